// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/certification_display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// The card with the certified limits, a row each. Desk only. Main thread.
class LimitTable : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;

    void setDisplay(const QVector<LimitRow>& rows, bool isStale);
    [[nodiscard]] int heightFor(int rowHeight) const;
    static constexpr int kRow = 53;
    static constexpr int kLowRow = 44;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Columns;
    [[nodiscard]] Columns columns() const;
    void paintHeader(QPainter& painter, const Columns& at);
    void paintRow(QPainter& painter, const LimitRow& row, const QRectF& line, const Columns& at);
    void paintHeadroom(QPainter& painter, const LimitRow& row, double middle, const Columns& at);

    QVector<LimitRow> rows_;
    bool isStale_ = false;
};

/// A table of sentences: cells wrap, a row is as high as its longest. Desk only. Main thread.
class GuidancePanel : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;

    void setDisplay(const GuidanceTable& table);
    [[nodiscard]] const GuidanceTable& display() const { return table_; }
    [[nodiscard]] int heightFor(int width) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QVector<double> lefts(double width) const;
    [[nodiscard]] double rowHeight(const GuidanceTable::Row& row, double width) const;

    GuidanceTable table_;
};

}  // namespace headroom::ui
