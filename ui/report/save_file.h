// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace headroom::ui {

/// Writes a file whole or not at all: what was there stays until the new one is complete. Empty
/// when it is written, else a sentence for people that names the file and the reason.
[[nodiscard]] QString saveFile(const QString& path, const QByteArray& bytes);

}  // namespace headroom::ui
