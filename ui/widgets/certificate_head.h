// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/certification_display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// The card with the certificate's status, its dates and where it stands between them. Desk only.
/// Main thread.
class CertificateHeadPanel : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;

    void setDisplay(const CertificateHead& head, bool isStale);
    [[nodiscard]] int heightFor(int width) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintStatus(QPainter& painter, const QRectF& area);
    void paintDates(QPainter& painter, const QRectF& area);
    void paintTimeline(QPainter& painter, const QRectF& line);
    void paintNotes(QPainter& painter, double top);

    CertificateHead head_;
    bool isStale_ = false;
};

}  // namespace headroom::ui
