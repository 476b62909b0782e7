// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headroom/secret_store.h"

#include <QMap>

namespace headroom {

/// Keeps the tokens of services, each bound to its origin: in the desktop's secret store where one
/// answers, else in a file. Main thread.
class TokenKeeper final : public QObject {
    Q_OBJECT
public:
    /// `desktop` may be null: then only files are used.
    TokenKeeper(std::unique_ptr<SecretStore> desktop, std::unique_ptr<SecretStore> files);

    /// Where they are, as it was remembered: origin → "desktop" or "file".
    void setPlaces(const QMap<QString, QString>& places) { places_ = places; }
    [[nodiscard]] const QMap<QString, QString>& places() const { return places_; }

    [[nodiscard]] bool has(const QString& origin) const { return places_.contains(origin); }
    /// For people; of an origin without a token, where it would probably go.
    [[nodiscard]] QString placeText(const QString& origin) const;

    void read(const QString& origin, SecretStore::Read read);
    /// Tells when it is kept; places() knows where.
    void keep(const QString& origin, const QByteArray& token, SecretStore::Done done);
    void forget(const QString& origin, SecretStore::Done done);

private:
    [[nodiscard]] SecretStore* storeOf(const QString& origin) const;

    std::unique_ptr<SecretStore> desktop_;
    std::unique_ptr<SecretStore> files_;
    QMap<QString, QString> places_;
    bool isDesktopKnownDeaf_ = false;
};

}  // namespace headroom
