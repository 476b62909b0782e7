// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segment_bar.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/control.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace headroom::ui {

namespace {

constexpr int kBoxedHeight = 34;
constexpr int kTabHeight = 32;
constexpr double kBoxedPx = 13;
constexpr double kTabPx = 15;

/// One choice; the bar around it paints the box.
class Segment : public QAbstractButton {
public:
    Segment(const QString& text, SegmentBar::Style style, QWidget* parent)
        : QAbstractButton(parent)
        , style_(style)
    {
        setText(text);
        setAccessibleRole(*this, QAccessible::RadioButton);
        setAccessibleName(text);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
    }

    void setTheme(const Theme& theme)
    {
        theme_ = &theme;
        update();
    }
    [[nodiscard]] int wantedWidth() const
    {
        const QFont font = Theme::font(isBoxed() ? kBoxedPx : kTabPx, 650);
        return qCeil(textWidth(font, text())) + (isBoxed() ? 28 : 20);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool isOn = isChecked();
        const bool isHot = underMouse() && isEnabled();
        if (isBoxed() && (isOn || isHot)) {
            painter.fillRect(
                rect().adjusted(0, 1, 0, -1), theme_->color(isOn ? Token::AccBg : Token::Bg3));
        }
        if (isOn) {
            painter.fillRect(
                QRect(isBoxed() ? 0 : 8, height() - 3, width() - (isBoxed() ? 0 : 16), 2),
                theme_->color(Token::Acc));
        }
        const Token ink = isOn ? Token::T1 : isHot ? Token::T1 : Token::T2;
        drawText(painter, rect(), Qt::AlignHCenter, text(),
            Theme::font(isBoxed() ? kBoxedPx : kTabPx, isOn ? 650 : 500), theme_->color(ink));
        if (hasFocus()) {
            drawFocusRing(painter, rect(), *theme_);
        }
    }

private:
    [[nodiscard]] bool isBoxed() const { return style_ == SegmentBar::Style::Boxed; }

    SegmentBar::Style style_;
    const Theme* theme_ = &Theme::dark();
};

Segment* segment(QAbstractButton* button) { return static_cast<Segment*>(button); }

}  // namespace

SegmentBar::SegmentBar(const QStringList& texts, Style style, QWidget* parent)
    : QWidget(parent)
    , style_(style)
{
    setAccessibleRole(*this, QAccessible::Grouping);
    for (int i = 0; i < texts.size(); ++i) {
        auto* one = new Segment(texts[i], style, this);
        connect(one, &QAbstractButton::clicked, this, [this, i] {
            setCurrent(current_);  // what is in force decides, not the click
            Q_EMIT chosen(i);
        });
        buttons_.append(one);
    }
}

void SegmentBar::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (auto* button : std::as_const(buttons_)) {
        segment(button)->setTheme(theme);
    }
    update();
}

void SegmentBar::setCurrent(int index)
{
    current_ = index;
    for (int i = 0; i < buttons_.size(); ++i) {
        buttons_[i]->setChecked(i == index);
    }
}

QSize SegmentBar::sizeHint() const
{
    int width = 0;
    for (auto* button : buttons_) {
        width += segment(button)->wantedWidth();
    }
    return { width, style_ == Style::Boxed ? kBoxedHeight : kTabHeight };
}

void SegmentBar::resizeEvent(QResizeEvent*)
{
    const int wanted = qMax(1, sizeHint().width());
    int left = 0;
    int before = 0;
    for (auto* button : std::as_const(buttons_)) {
        before += segment(button)->wantedWidth();
        // Where there is less room than wanted all give way alike.
        const int right = qMin(before, before * width() / wanted);
        button->setGeometry(left, 0, right - left, height());
        left = right;
    }
}

void SegmentBar::paintEvent(QPaintEvent*)
{
    if (style_ != Style::Boxed) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(theme_->color(Token::Ctl), 1));
    painter.setBrush(theme_->color(Token::Bg2));
    painter.drawRoundedRect(box, 6, 6);
    for (int i = 1; i < buttons_.size(); ++i) {
        painter.fillRect(QRect(buttons_[i]->x(), 1, 1, height() - 2), theme_->color(Token::Line2));
    }
}

}  // namespace headroom::ui
