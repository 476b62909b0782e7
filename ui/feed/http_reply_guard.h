// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"
#include "ui/feed/http_reply_parser.h"

#include <QByteArray>
#include <QString>

namespace headroom::ui {

/// The largest reply that is read at all.
inline constexpr qint64 kMostReplyBytes = 8 * 1024 * 1024;

/// Whether a reply may be read on, seen from its head: not encoded, of the content type that was
/// asked for, not too long, no redirect. Error replies may be read as JSON whatever the status.
/// What it says of the failure begins with a verb, behind the name of the service: "answered 500".
[[nodiscard]] Result<void> checkReplyHead(const HttpHead& head, const QByteArray& contentType);

/// What an error reply means to people: the status, what to do about it, and what the service says
/// itself ({"detail": …}), cut short and without control characters.
[[nodiscard]] Error errorOf(const HttpHead& head, const QByteArray& body);

/// Text from a service as it may be shown: at most `most` characters on one line, with control and
/// direction characters made visible.
[[nodiscard]] QString shownText(const QString& text, qsizetype most);

}  // namespace headroom::ui
