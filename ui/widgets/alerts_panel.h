// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/alternating_panel.h"

#include <QHash>
#include <QRectF>

#include <cmath>

namespace headroom::ui {

class AckButton;

/// The open alerts, worst first, each with what to do about it. Rows that do not fit become "+3
/// more". Main thread.
class AlertsPanel : public AlternatingPanel {
    Q_OBJECT
public:
    explicit AlertsPanel(QWidget* parent = nullptr);

    /// Repaints if the display differs from the one before. A button keeps its alert, its focus and
    /// a press in progress however the rows move.
    /// Whether the keyboard comes to its buttons; on a wall only the A key presses one.
    void setReachable(bool isReachable) { isReachable_ = isReachable; }
    void setDisplay(const AlertsDisplay& display);
    /// Asks to acknowledge the first row that can be: what the A key of the wall does. False: there
    /// is none.
    bool acknowledgeFirst();
    /// How many rows are behind "+n more".
    [[nodiscard]] qsizetype hiddenRows() const { return hidden_; }

Q_SIGNALS:
    void acknowledgeRequested(const QString& id);

protected:
    void lookChanged() override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// A row of the display and where it stands.
    struct PlacedRow {
        qsizetype index;
        QRectF rect;
    };

    void placeRows();
    void placeButtons();
    [[nodiscard]] AckButton* buttonFor(const QString& id);
    [[nodiscard]] double headerHeight() const { return std::round(px(57, 43)); }
    [[nodiscard]] double rowHeight(const AlertRow& row) const;
    void paintHeader(QPainter& painter);
    void paintEmpty(QPainter& painter, const QRectF& body);
    void paintUnevaluated(QPainter& painter, const QRectF& body);

    AlertsDisplay display_;
    QVector<PlacedRow> placed_;
    qsizetype hidden_ = 0;
    double bodyBottom_ = 0;  // of the last thing under the header
    QHash<QString, AckButton*> buttons_;  // by alert
    bool isReachable_ = true;
};

}  // namespace headroom::ui
