// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/snapshot.h"
#include "ui/feed/contact.h"
#include "ui/feed/http_event_parser.h"
#include "ui/feed/http_exchange.h"
#include "ui/feed/remote_back_off.h"
#include "ui/feed/remote_head_memory.h"
#include "ui/feed/remote_json.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace headroom::ui {

/// How a dashboard stands to a remote service. The defaults are the house's; tests are in a hurry.
struct RemoteSettings {
    HttpPeer peer;
    QString headFile;  ///< of HeadMemory
    std::chrono::milliseconds answerWithin { 5'000 };
    std::chrono::milliseconds lateAfter { 3'000 };  ///< without a sign of life
    std::chrono::milliseconds lostAfter { 5'000 };
    std::chrono::milliseconds settledAfter { 10'000 };  ///< of contact; then back-off starts anew
    BackOffSettings backOff;
    std::uint32_t seed = 0;  ///< of the jitter
};

/// The connection to a service's event stream: keeps it, judges whether there is contact, and
/// comes back after every failure, for ever. Lives in the feed's network thread; what it tells is
/// for any thread.
class RemoteLink final : public QObject {
    Q_OBJECT
public:
    /// What is known now. A null snapshot or board: not yet.
    struct News {
        SnapshotPtr snapshot;
        AlertBoardPtr board;
        FeedContact contact;
    };
    using Tell = std::function<void(const News&)>;

    /// `clock` outlives it; `tell` is called in this object's thread.
    RemoteLink(RemoteSettings settings, const Clock& clock, Tell tell);
    ~RemoteLink() override;

    void start();
    /// A person knows that the service's audit trail is another one.
    void acceptChain();

private:
    void connectNow();
    void takeBytes(const QByteArray& bytes);
    void takeEvents(const std::vector<ServerEvent>& events);
    void takeSnapshot(const QByteArray& json);
    void useSnapshot(const QByteArray& json, ReceivedAt received);
    void takeBoard(const QByteArray& json);
    void useBoard(const QByteArray& json, ReceivedAt received);
    void takeHeartbeat(const QByteArray& json);
    void useGreeting(ReceivedAt at, SystemTime remoteAt, std::chrono::milliseconds snapshotAge);
    [[nodiscard]] std::chrono::nanoseconds ageOfBoard(
        const QByteArray& json, SystemTime remoteAt) const;
    void takeHead(const Snapshot& snapshot);
    void askForRecord(const ChainHead& remembered, const ChainHead& head);
    void tick();
    void lose(const QString& why);
    void tellFresh();
    void tellLate();
    void tell();
    [[nodiscard]] ReceivedAt now() const;
    [[nodiscard]] QString service() const;

    RemoteSettings settings_;
    const Clock& clock_;
    Tell tell_;
    BackOff backOff_;
    HeadMemory heads_;
    QTimer ticker_;
    News news_;

    HttpExchange* exchange_ = nullptr;  ///< child; null while waiting
    HttpExchange* recordQuestion_ = nullptr;  ///< child
    EventParser parser_;
    ReceivedAt lastSign_;  ///< of life: the last event that could be read, or the beginning
    SteadyTime patienceFrom_ {};  ///< the last sign or the beginning of this connection
    SteadyTime connectedAt_ {};
    SteadyTime retryAt_ {};
    SteadyTime flushAt_ {};
    qint64 bytesThisSecond_ = 0;
    SteadyTime secondBegan_ {};
    bool isLate_ = false;

    // Of this connection, until its first heartbeat places them in time.
    bool hasHeartbeat_ = false;
    QByteArray greetedSnapshot_;
    QByteArray greetedBoard_;
    bool isChainChecked_ = false;

    // Of the service, over connections.
    std::string instance_;
    std::uint64_t sequence_ = 0;
    SnapshotPtr fresh_;  ///< the last snapshot as it came, before lateness took anything from it
    AlertBoardPtr freshBoard_;
};

}  // namespace headroom::ui
