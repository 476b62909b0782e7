// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QVector>

namespace headroom::ui {

/// What the rail offers.
struct RailEntry {
    QString id;
    QString title;
    QString icon;
    QString hint;  ///< shown at the right and in the tooltip: "F11"
    QString key;  ///< in the tooltip only: "Ctrl+2"
};

/// One entry; a button with the keyboard reach of one. Main thread.
class RailItem : public QAbstractButton {
    Q_OBJECT
public:
    RailItem(const RailEntry& entry, QWidget* parent);

    void setTheme(const Theme& theme);
    /// A number at the right, 0: none, and what it counts: "2", "2 alerts to acknowledge".
    void setCount(int count, const QString& meaning);
    /// A small icon there, empty: none, and what it says.
    void setMark(const QString& icon, const QString& meaning);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintCount(QPainter& painter);
    void say(const QString& meaning);

    const Theme* theme_ = &Theme::dark();
    QString icon_;
    QString hint_;
    QString tip_;
    int count_ = 0;
    QString mark_;
};

/// The pages at the left edge; at most as wide as its icons where the window is narrow. Main
/// thread.
class Rail : public QWidget {
    Q_OBJECT
public:
    static constexpr int kWide = 208;
    static constexpr int kNarrow = 56;

    /// `foot` stands alone at the bottom.
    Rail(const QVector<RailEntry>& entries, const RailEntry& foot, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setCurrent(const QString& id);
    /// The keyboard goes to the current page's entry.
    void focusCurrent();
    /// Counts stand on "alerts", the overdue review on "certification"; where there is no such
    /// entry nothing is said.
    void setDisplay(const RailDisplay& display);
    /// A sign on an entry that something of it wants to be read; empty: nothing does.
    void setNotice(const QString& id, const QString& notice);

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] RailItem* add(const RailEntry& entry);
    [[nodiscard]] RailItem* item(const QString& id) const;

    const Theme* theme_ = &Theme::dark();
    QVector<RailItem*> items_;
    RailItem* foot_;
    RailDisplay display_;
};

}  // namespace headroom::ui
