// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/save_file.h"

#include <QSaveFile>

namespace headroom::ui {

QString saveFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
        return {};
    }
    return QStringLiteral("cannot write %1: %2").arg(path, file.errorString());
}

}  // namespace headroom::ui
