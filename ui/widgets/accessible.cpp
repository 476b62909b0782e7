// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accessible.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QPointer>
#include <QVariant>

namespace headroom::ui {

namespace {

constexpr const char* kRole = "accessibleRole";
constexpr const char* kLines = "accessibleLines";

QStringList linesOf(const QWidget* widget)
{
    return widget != nullptr ? widget->property(kLines).toStringList() : QStringList();
}

/// One line of a painted list; there as long as its list is.
class PaintedLine final : public QAccessibleInterface {
public:
    PaintedLine(QWidget* list, int row)
        : list_(list)
        , row_(row)
    {
    }

    [[nodiscard]] bool isValid() const override { return list_ && row_ < linesOf(list_).size(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return list_ ? QAccessible::queryAccessibleInterface(list_) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Name ? linesOf(list_).value(row_) : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    [[nodiscard]] QRect rect() const override
    {
        // Which line is painted where only the widget knows; it is somewhere on it.
        return list_ ? QRect(list_->mapToGlobal(QPoint()), list_->size()) : QRect();
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.invisible = !list_ || !list_->isVisible();
        return state;
    }

private:
    QPointer<QWidget> list_;
    int row_;
};

/// A painted widget with the role that it was given, and its lines as children.
class PaintedWidget final : public QAccessibleWidget {
public:
    using QAccessibleWidget::QAccessibleWidget;
    ~PaintedWidget() override
    {
        for (const auto id : lines_) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    [[nodiscard]] QAccessible::Role role() const override
    {
        return static_cast<QAccessible::Role>(widget()->property(kRole).toInt());
    }
    [[nodiscard]] int childCount() const override
    {
        return QAccessibleWidget::childCount() + static_cast<int>(linesOf(widget()).size());
    }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        const int widgets = QAccessibleWidget::childCount();
        if (index < widgets) {
            return QAccessibleWidget::child(index);
        }
        const int row = index - widgets;
        if (row < 0 || row >= linesOf(widget()).size()) {
            return nullptr;
        }
        while (lines_.size() <= row) {
            auto* line = new PaintedLine(widget(), static_cast<int>(lines_.size()));
            lines_.push_back(QAccessible::registerAccessibleInterface(line));
        }
        return QAccessible::accessibleInterface(lines_[row]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto id = QAccessible::uniqueId(const_cast<QAccessibleInterface*>(child));
        const auto row = lines_.indexOf(id);
        return row < 0 ? QAccessibleWidget::indexOfChild(child)
                       : QAccessibleWidget::childCount() + static_cast<int>(row);
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        auto state = QAccessibleWidget::state();
        if (const auto* button = qobject_cast<QAbstractButton*>(widget()); button != nullptr) {
            state.checkable = button->isCheckable();
            state.checked = button->isChecked();
            state.selectable = button->isCheckable();
            state.selected = button->isChecked();
        }
        return state;
    }
    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        const auto* button = qobject_cast<QAbstractButton*>(widget());
        const QString said = QAccessibleWidget::text(which);
        return which == QAccessible::Name && said.isEmpty() && button != nullptr ? button->text()
                                                                                 : said;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        auto names = QAccessibleWidget::actionNames();
        if (qobject_cast<QAbstractButton*>(widget()) != nullptr && widget()->isEnabled()) {
            names.prepend(pressAction());
        }
        return names;
    }
    void doAction(const QString& name) override
    {
        if (auto* button = qobject_cast<QAbstractButton*>(widget()); name == pressAction()) {
            button->click();
        } else {
            QAccessibleWidget::doAction(name);
        }
    }

private:
    mutable QVector<QAccessible::Id> lines_;
};

QAccessibleInterface* paintedWidget(const QString&, QObject* object)
{
    auto* widget
        = object != nullptr && object->isWidgetType() ? static_cast<QWidget*>(object) : nullptr;
    return widget != nullptr && widget->property(kRole).isValid() ? new PaintedWidget(widget)
                                                                  : nullptr;
}

}  // namespace

void setAccessibleRole(QWidget& widget, QAccessible::Role role)
{
    [[maybe_unused]] static const bool isInstalled
        = (QAccessible::installFactory(&paintedWidget), true);
    widget.setProperty(kRole, static_cast<int>(role));
}

void setAccessibleLines(QWidget& widget, const QStringList& lines)
{
    setAccessibleRole(widget, QAccessible::List);
    widget.setProperty(kLines, lines);
}

}  // namespace headroom::ui
