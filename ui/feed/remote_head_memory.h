// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>

namespace headroom::ui {

/// "12:9f86…": the newest record of an audit trail.
struct ChainHead {
    std::uint64_t sequence = 0;
    QString hash;

    bool operator==(const ChainHead&) const = default;
};

/// Nothing when the text is no head.
[[nodiscard]] std::optional<ChainHead> chainHeadFrom(const std::string& text);

/// The last head of each service's audit trail that this dashboard has seen, kept in a file, so
/// that a service which cuts or rewrites its trail is found out even after both were restarted. An
/// alarm stays until a person accepts the trail as it is now. One thread.
class HeadMemory {
public:
    /// `file` empty: nothing lasts. A file that cannot be read is taken for none, as on the first
    /// start: it is a witness, not a condition.
    explicit HeadMemory(QString file);

    /// What a service's head says, seen beside the remembered one.
    enum class Seen {
        Fine,  ///< the first one, or the same
        Grown,  ///< further on; whether it is the same chain is to be asked: isIn()
        Changed,  ///< shorter, or another record under the same number; the alarm is set
    };
    Seen take(const QString& service, const ChainHead& head);
    /// The service's record under the remembered number has this hash; empty: it has none such. A
    /// fitting one makes `head` the remembered one.
    Seen takeRecord(const QString& service, const QString& hash, const ChainHead& head);

    [[nodiscard]] std::optional<ChainHead> remembered(const QString& service) const;
    /// For people; empty while nothing is wrong.
    [[nodiscard]] QString alarm(const QString& service) const;
    /// A person knows: forgets the alarm and takes the next head for the first.
    void accept(const QString& service);

    /// Writes what changed since the last time; false when it could not.
    bool flush();

private:
    void remember(const QString& service, const ChainHead& head);
    void setAlarm(const QString& service, const QString& text);

    QString file_;
    QJsonObject services_;
    bool isDirty_ = false;
};

}  // namespace headroom::ui
