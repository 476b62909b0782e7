// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <memory>

namespace headroom {

/// Where secrets are kept, each under a name. Main thread; answers come later or at once, never
/// when the store is gone by then.
class SecretStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    using Read = std::function<void(const Result<QByteArray>&)>;
    using Done = std::function<void(const Result<void>&)>;

    /// For people: "in the desktop's secret store".
    [[nodiscard]] virtual QString place() const = 0;
    virtual void read(const QString& name, Read read) = 0;
    virtual void write(const QString& name, const QByteArray& secret, Done done) = 0;
    virtual void remove(const QString& name, Done done) = 0;
};

/// The desktop's: whatever answers as Secret Service or KWallet in this session. Unavailable where
/// nobody does.
std::unique_ptr<SecretStore> makeDesktopSecrets();

/// A file a secret (0600) in a folder of its own (0700).
std::unique_ptr<SecretStore> makeFileSecrets(const std::filesystem::path& folder);

}  // namespace headroom
