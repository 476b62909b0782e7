// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QPixmap>
#include <QString>

namespace headroom::ui {

/// What a picture says about itself, so that it can be read without the program.
struct PictureWords {
    QString title;  ///< "Latency"
    QString range;  ///< "Sun 2 Aug 14:04 to Mon 3 Aug 14:04 · UTC+02:00"
    QString source;  ///< "local workload, embedded"
    QString made;  ///< "made 2026-08-03T14:04:10+02:00"
    bool isSimulated = false;
};

/// The cards of a page under a headline, framed by the stripes of a simulation where it is one.
[[nodiscard]] QImage framedPicture(
    const QPixmap& cards, const PictureWords& words, const Theme& theme);

}  // namespace headroom::ui
