// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_link.h"

#include "ui/feed/http_reply_guard.h"
#include "ui/feed/remote_board_reader.h"
#include "ui/feed/remote_snapshot_reader.h"
#include "ui/feed/remote_url.h"

#include <algorithm>
#include <utility>

namespace headroom::ui {

namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

constexpr milliseconds kTickEvery { 100 };
constexpr std::chrono::seconds kFlushEvery { 5 };
/// Many times what a busy service sends; more is no service.
constexpr qint64 kMostBytesASecond = 16 * 1024 * 1024;
/// A jitter of the network below this is no news about the clock.
constexpr milliseconds kClockStep { 250 };

QString text(const Error& error) { return QString::fromStdString(error.text()); }

ReceivedAt earlier(ReceivedAt at, nanoseconds by) { return { at.steady - by, at.utc - by }; }

}  // namespace

RemoteLink::RemoteLink(RemoteSettings settings, const Clock& clock, Tell tell)
    : settings_(std::move(settings))
    , clock_(clock)
    , tell_(std::move(tell))
    , backOff_(settings_.backOff, settings_.seed)
    , heads_(settings_.headFile)
{
    connect(&ticker_, &QTimer::timeout, this, &RemoteLink::tick);
}

RemoteLink::~RemoteLink() { heads_.flush(); }

void RemoteLink::start()
{
    lastSign_ = now();
    news_.contact.isConnected = false;
    news_.contact.since = lastSign_.steady;
    news_.contact.sinceUtc = lastSign_.utc;
    news_.contact.why = tr("%1 has not answered yet").arg(service());
    tell();
    connectNow();
    ticker_.start(kTickEvery);
}

ReceivedAt RemoteLink::now() const { return { clock_.steadyNow(), clock_.systemNow() }; }

QString RemoteLink::service() const
{
    return originOf(settings_.peer.url) + settings_.peer.url.path(QUrl::FullyEncoded);
}

void RemoteLink::connectNow()
{
    patienceFrom_ = clock_.steadyNow();
    parser_ = EventParser();
    hasHeartbeat_ = false;
    isChainChecked_ = false;
    bytesThisSecond_ = 0;
    greetedSnapshot_.clear();
    greetedBoard_.clear();
    HttpRequest request;
    request.path = "/api/v1/events";
    request.accept = "text/event-stream";
    request.within = settings_.answerWithin;
    exchange_ = new HttpExchange(settings_.peer, request, this);
    exchange_->startStream([this](const QByteArray& bytes) { takeBytes(bytes); },
        [this](const Result<HttpAnswer>& answer) {
            lose(text(answer ? errorOf(answer->head, answer->body) : answer.error()));
        });
}

void RemoteLink::takeBytes(const QByteArray& bytes)
{
    if (exchange_ == nullptr) {
        return;
    }
    const auto at = clock_.steadyNow();
    if (at - secondBegan_ >= std::chrono::seconds(1)) {
        secondBegan_ = at;
        bytesThisSecond_ = 0;
    }
    bytesThisSecond_ += bytes.size();
    if (bytesThisSecond_ > kMostBytesASecond) {
        lose(tr("sends more than a dashboard can need"));
        return;
    }
    takeEvents(parser_.take(bytes));
    if (parser_.hasFailed()) {
        lose(tr("sends more than 8 MiB in one event"));
    }
}

void RemoteLink::takeEvents(const std::vector<ServerEvent>& events)
{
    // Of several that came at once only the newest matters: what follows overtakes it.
    const auto newest = [&events](const char* name) -> const ServerEvent* {
        const auto found = std::find_if(events.rbegin(), events.rend(),
            [name](const auto& event) { return event.name == name; });
        return found == events.rend() ? nullptr : &*found;
    };
    if (const auto* snapshot = newest("snapshot"); snapshot != nullptr && exchange_ != nullptr) {
        takeSnapshot(snapshot->data);
    }
    if (const auto* board = newest("alerts"); board != nullptr && exchange_ != nullptr) {
        takeBoard(board->data);
    }
    if (const auto* beat = newest("heartbeat"); beat != nullptr && exchange_ != nullptr) {
        takeHeartbeat(beat->data);
    }
}

void RemoteLink::takeSnapshot(const QByteArray& json)
{
    // The first of a connection may be old; how old, the first heartbeat says.
    if (!hasHeartbeat_) {
        greetedSnapshot_ = json;
        return;
    }
    useSnapshot(json, now());
}

void RemoteLink::useSnapshot(const QByteArray& json, ReceivedAt received)
{
    auto read = readSnapshot(json, received);
    if (!read) {
        lose(text(read.error()));
        return;
    }
    const bool isSameRun = read->instance == instance_;
    if (isSameRun && read->snapshot.sequence <= sequence_ && hasHeartbeat_) {
        return;  // the greeting's again, or one that was overtaken
    }
    instance_ = read->instance;
    sequence_ = read->snapshot.sequence;
    takeHead(read->snapshot);
    if (const auto alarm = heads_.alarm(service()); !alarm.isEmpty()) {
        distrustAudit(read->snapshot, alarm.toStdString());
    }
    fresh_ = std::make_shared<const Snapshot>(std::move(read->snapshot));
    if (hasHeartbeat_) {
        tellFresh();
    }
}

void RemoteLink::takeBoard(const QByteArray& json)
{
    if (!hasHeartbeat_) {
        greetedBoard_ = json;
        return;
    }
    useBoard(json, now());
    if (exchange_ != nullptr) {
        tellFresh();
    }
}

void RemoteLink::useBoard(const QByteArray& json, ReceivedAt received)
{
    auto board = readAlertBoard(json, received);
    if (!board) {
        lose(text(board.error()));
        return;
    }
    freshBoard_ = std::move(*board);
}

void RemoteLink::takeHeartbeat(const QByteArray& json)
{
    const auto object = objectFrom(json);
    if (!object) {
        lose(text(object.error()));
        return;
    }
    JsonFault fault;
    const JsonFields beat(*object, QStringLiteral("heartbeat."), fault);
    const auto at = now();
    const auto remoteAt = beat.time("at");
    constexpr std::int64_t kMostAge = std::int64_t { 1'000 } * 86'400 * 366 * 100;
    const milliseconds snapshotAge(
        beat.integerOrNull("snapshot_age_ms", -kMostAge, kMostAge).value_or(0));
    if (fault.isThere()) {
        lose(text(fault.error()));
        return;
    }
    const nanoseconds offset = remoteAt - at.utc;
    if (std::chrono::abs(offset - news_.contact.clockOffset) >= kClockStep) {
        news_.contact.clockOffset = offset;
    }
    if (!hasHeartbeat_) {
        if (greetedSnapshot_.isEmpty()) {
            return;  // without a snapshot there is nothing to be in contact about
        }
        useGreeting(at, remoteAt, std::max(snapshotAge, milliseconds(0)));
    }
    if (exchange_ != nullptr) {
        tellFresh();
    }
}

void RemoteLink::useGreeting(ReceivedAt at, SystemTime remoteAt, milliseconds snapshotAge)
{
    fresh_.reset();
    freshBoard_.reset();
    if (const auto json = std::exchange(greetedSnapshot_, {}); !json.isEmpty()) {
        useSnapshot(json, earlier(at, snapshotAge));
    }
    if (const auto json = std::exchange(greetedBoard_, {});
        !json.isEmpty() && exchange_ != nullptr) {
        useBoard(json, earlier(at, ageOfBoard(json, remoteAt)));
    }
    if (exchange_ != nullptr) {
        hasHeartbeat_ = true;
        connectedAt_ = at.steady;
    }
}

nanoseconds RemoteLink::ageOfBoard(const QByteArray& json, SystemTime remoteAt) const
{
    const auto object = objectFrom(json);
    if (!object) {
        return {};
    }
    JsonFault fault;
    const auto made = JsonFields(*object, {}, fault).time("at");
    return fault.isThere() ? nanoseconds(0) : std::max<nanoseconds>(remoteAt - made, {});
}

void RemoteLink::takeHead(const Snapshot& snapshot)
{
    const auto head = chainHeadFrom(snapshot.audit.head);
    if (!snapshot.audit.isKnown || !head) {
        return;
    }
    const auto remembered = heads_.remembered(service());
    switch (heads_.take(service(), *head)) {
    case HeadMemory::Seen::Fine:
        isChainChecked_ = true;
        break;
    case HeadMemory::Seen::Grown:
        // Once a connection: within one, the service would have to lie to us all the time anyway.
        if (isChainChecked_) {
            heads_.takeRecord(service(), remembered->hash, *head);
        } else if (recordQuestion_ == nullptr) {
            askForRecord(*remembered, *head);
        }
        break;
    case HeadMemory::Seen::Changed:
        heads_.flush();
        break;
    }
}

void RemoteLink::askForRecord(const ChainHead& remembered, const ChainHead& head)
{
    HttpRequest request;
    request.path = "/api/v1/audit?limit=1&after=" + QByteArray::number(remembered.sequence - 1);
    request.within = settings_.answerWithin;
    recordQuestion_ = new HttpExchange(settings_.peer, request, this);
    recordQuestion_->start(
        [this, head, asked = remembered.sequence](const Result<HttpAnswer>& answer) {
            std::exchange(recordQuestion_, nullptr)->deleteLater();
            // A service that does not say (the token may not read audit records) is no liar; what
            // was remembered stays remembered.
            if (!answer || answer->head.status != 200) {
                return;
            }
            const auto object = objectFrom(answer->body);
            if (!object) {
                return;
            }
            JsonFault fault;
            const auto records = JsonFields(*object, {}, fault).objects("records", 1);
            const bool isIt = !records.empty() && records.front().count("sequence") == asked;
            const auto hash
                = isIt ? QString::fromStdString(records.front().text("hash", 64)) : QString();
            if (heads_.takeRecord(service(), hash, head) == HeadMemory::Seen::Fine) {
                isChainChecked_ = true;
                return;
            }
            heads_.flush();
            if (fresh_ && hasHeartbeat_ && exchange_ != nullptr) {
                auto copy = std::make_shared<Snapshot>(*fresh_);
                distrustAudit(*copy, heads_.alarm(service()).toStdString());
                fresh_ = std::move(copy);
                tellFresh();
            }
        });
}

void RemoteLink::acceptChain()
{
    heads_.accept(service());
    heads_.flush();
    tell();  // the snapshot on the screen is still the distrusted one, until the next
}

void RemoteLink::tellFresh()
{
    lastSign_ = now();
    patienceFrom_ = lastSign_.steady;
    news_.contact.isConnected = true;
    news_.contact.since = {};
    news_.contact.sinceUtc = {};
    news_.contact.why.clear();
    news_.snapshot = fresh_;
    news_.board = freshBoard_;
    isLate_ = false;
    tell();
}

void RemoteLink::tellLate()
{
    if (fresh_ && !std::exchange(isLate_, true)) {
        news_.snapshot = late(*fresh_);
        tell();
    }
}

void RemoteLink::lose(const QString& why)
{
    if (exchange_ == nullptr) {
        return;
    }
    std::exchange(exchange_, nullptr)->deleteLater();
    if (recordQuestion_ != nullptr) {
        std::exchange(recordQuestion_, nullptr)->deleteLater();
    }
    parser_ = EventParser();
    retryAt_ = clock_.steadyNow() + backOff_.next();
    news_.contact.isConnected = false;
    news_.contact.since = lastSign_.steady;
    news_.contact.sinceUtc = lastSign_.utc;
    news_.contact.why = service() + QLatin1Char(' ') + why;
    if (fresh_) {
        news_.snapshot = withdrawn(*fresh_, news_.contact.why.toStdString());
    }
    if (freshBoard_) {
        news_.board = withdrawn(*freshBoard_);
    }
    tell();
}

void RemoteLink::tick()
{
    const auto at = clock_.steadyNow();
    if (exchange_ == nullptr) {
        if (at >= retryAt_) {
            connectNow();
        }
    } else if (at - patienceFrom_ >= settings_.lostAfter) {
        lose(tr("has been silent for %1 s")
                 .arg(std::chrono::duration<double>(settings_.lostAfter).count()));
    } else if (hasHeartbeat_ && at - patienceFrom_ >= settings_.lateAfter) {
        tellLate();
    }
    if (exchange_ != nullptr && hasHeartbeat_ && at - connectedAt_ >= settings_.settledAfter) {
        backOff_.reset();
    }
    if (at - flushAt_ >= kFlushEvery) {
        flushAt_ = at;
        heads_.flush();
    }
}

void RemoteLink::tell()
{
    news_.contact.chainAlarm = heads_.alarm(service());
    tell_(news_);
}

}  // namespace headroom::ui
