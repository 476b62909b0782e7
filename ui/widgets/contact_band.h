// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// The band over a whole window while its source is not heard, or its clock is off: an ink plate,
/// which no level looks like. Main thread.
class ContactBand : public Panel {
    Q_OBJECT
public:
    explicit ContactBand(QWidget* parent = nullptr);

    void setDisplay(const ContactDisplay& display);
    /// How high it wants to be; 0 while there is nothing to say.
    [[nodiscard]] int wantedHeight() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ContactDisplay display_;
};

}  // namespace headroom::ui
