// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QAbstractButton>
#include <QStringList>
#include <QVector>

namespace headroom::ui {

/// One of a few choices, side by side: boxed, as for a range, or plain, as the tabs of a card.
/// Tab reaches each, Space chooses. Desk only. Main thread.
class SegmentBar : public QWidget {
    Q_OBJECT
public:
    enum class Style { Boxed, Tabs };

    SegmentBar(const QStringList& texts, Style style, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// −1: none.
    void setCurrent(int index);
    [[nodiscard]] int current() const { return current_; }
    [[nodiscard]] QAbstractButton* button(int index) const { return buttons_.at(index); }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// A person chose it, again or anew.
    void chosen(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Style style_;
    QVector<QAbstractButton*> buttons_;
    const Theme* theme_ = &Theme::dark();
    int current_ = -1;
};

}  // namespace headroom::ui
