// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

class PushButton;

/// The band over a whole window while its source is not heard, is not the one that was chosen, or
/// cannot be taken at its word: an ink plate, which no level looks like. Main thread.
class ContactBand : public Panel {
    Q_OBJECT
public:
    explicit ContactBand(QWidget* parent = nullptr);

    void setDisplay(const ContactDisplay& display);
    /// How high it wants to be; 0 while there is nothing to say.
    [[nodiscard]] int wantedHeight() const;

Q_SIGNALS:
    /// Its button, which only the desk has.
    void actionRequested();

protected:
    void lookChanged() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeAction();

    ContactDisplay display_;
    PushButton* action_ = nullptr;  ///< while there is one
};

}  // namespace headroom::ui
