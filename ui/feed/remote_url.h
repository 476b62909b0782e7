// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"

#include <QHostAddress>
#include <QString>
#include <QUrl>

namespace headroom::ui {

/// The address of a service as a person typed it, or InvalidArgument with what is wrong with it.
/// Only http and https; no user, password, query or fragment; a host in ASCII letters (a foreign
/// one could look like another) that is no address of the link, of a cloud's metadata or of many
/// machines; a port from 1. The path, if there is one, ends without a slash. Asked by the dialog
/// and again before every connection.
[[nodiscard]] Result<QUrl> checkedServiceUrl(const QString& text);

/// Whether a connection may go to this address, however its name was spelt: not to 169.254.0.0/16
/// and fe80::/10, where clouds keep their secrets, nor to none or many machines.
[[nodiscard]] bool mayConnectTo(const QHostAddress& address);

/// Whether a token may travel there: encrypted, or without leaving this machine.
[[nodiscard]] bool mayCarryToken(const QUrl& url);

/// "https://host:8443": scheme, host and port, always with the port. A token belongs to one.
[[nodiscard]] QString originOf(const QUrl& url);
[[nodiscard]] quint16 portOf(const QUrl& url);

}  // namespace headroom::ui
