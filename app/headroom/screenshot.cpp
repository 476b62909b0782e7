// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/screenshot.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QSaveFile>
#include <QTimer>

#include <cstdio>

namespace headroom {

namespace {

/// Whole or not at all: a picture that a full disk cut short would look like one.
bool write(const QPixmap& picture, const std::string& file)
{
    QSaveFile target(QString::fromStdString(file));
    const bool isWritten
        = target.open(QIODevice::WriteOnly) && picture.save(&target, "PNG") && target.commit();
    if (!isWritten) {
        std::fprintf(stderr, "headroom: cannot write %s: %s\n", file.c_str(),
            qPrintable(target.errorString()));
    }
    return isWritten;
}

}  // namespace

void scheduleScreenshot(QWidget& window, const std::string& file, std::chrono::milliseconds after)
{
    QTimer::singleShot(after, &window,
        [&window, file] { QCoreApplication::exit(write(window.grab(), file) ? 0 : 1); });
}

}  // namespace headroom
