// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QTimer>

namespace headroom::ui {

/// Moves a picture that never changes by a few pixels a minute, so that its edges do not burn into
/// the screen: around the place where it belongs, and back to it every ninth minute. Main thread.
class PixelShift : public QObject {
    Q_OBJECT
public:
    explicit PixelShift(QObject* parent = nullptr);

    void setActive(bool isActive);
    /// In px of the 1080p wall.
    [[nodiscard]] QPoint offset() const;
    /// A minute has passed.
    void step();

Q_SIGNALS:
    void moved();

private:
    QTimer timer_;
    int at_ = 0;
};

}  // namespace headroom::ui
