// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/thresholds_display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// The levels of one metric on its scale: how often which value was, the value now, and the bounds,
/// each of which can be dragged. By keys: up and down choose a bound, left and right move it, with
/// Shift ten times as far. It only asks; the bounds move when a new display says so. Desk sizes.
/// Main thread.
class BandEditor : public Panel {
    Q_OBJECT
public:
    explicit BandEditor(QWidget* parent = nullptr);

    /// `title` is the metric, for those who cannot see it.
    void setDisplay(const QString& title, const BandDisplay& display);

    [[nodiscard]] QSize sizeHint() const override { return { 400, kHeight }; }
    /// Where a bound's handle is, for tests and tools.
    [[nodiscard]] QPoint handleAt(ThresholdField field) const;
    [[nodiscard]] ThresholdField current() const { return current_; }

    static constexpr int kHeight = 90;

Q_SIGNALS:
    /// `fraction` 0 to 1 of the band; one after the other until released().
    void dragged(ThresholdField field, double fraction);
    void released();
    void stepped(ThresholdField field, int steps);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Chip {
        int handle = 0;  ///< index into the display's
        QRectF rect;  ///< with its text
    };
    [[nodiscard]] double left() const;
    [[nodiscard]] double span() const;
    [[nodiscard]] double xOf(double fraction) const { return left() + fraction * span(); }
    [[nodiscard]] QVector<Chip> chips() const;
    void paintHistogram(QPainter& painter) const;
    void paintBand(QPainter& painter) const;
    void paintLive(QPainter& painter) const;
    void paintHandle(QPainter& painter, const Chip& chip) const;
    void choose(int direction);
    void describe();

    QString title_;
    BandDisplay display_;
    ThresholdField current_ = ThresholdField::Yellow;
    bool isDragging_ = false;
    double grip_ = 0;  ///< pointer less handle, in pixels
};

}  // namespace headroom::ui
