// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/switch_feed.h"

#include "monitor_core/certification/certification_status.h"
#include "ui/feed/main_thread.h"

#include <utility>

namespace headroom::ui {

SwitchFeed::SwitchFeed(QString sourceText, QObject* parent)
    : Feed(parent)
    , sourceText_(std::move(sourceText))
{
}

void SwitchFeed::setInner(Feed* inner)
{
    if (inner_ == inner) {
        return;
    }
    if (inner_ != nullptr) {
        disconnect(inner_, nullptr, this, nullptr);
    }
    inner_ = inner;
    ++exchanges_;
    Q_EMIT sourceChanged();
    if (inner_ == nullptr) {
        Q_EMIT snapshotChanged();
        Q_EMIT alertsChanged();
        return;
    }
    connect(inner_, &Feed::contactChanged, this, [this] { setContact(inner_->contact()); });
    connect(inner_, &Feed::snapshotChanged, this, &Feed::snapshotChanged);
    connect(inner_, &Feed::alertsChanged, this, &Feed::alertsChanged);
    connect(inner_, &Feed::commandFinished, this, &Feed::commandFinished);
    connect(inner_, &Feed::sourceChanged, this, &Feed::sourceChanged);
    setContact(inner_->contact());
    Q_EMIT snapshotChanged();
    Q_EMIT alertsChanged();
}

SnapshotPtr SwitchFeed::latest() const { return inner_ != nullptr ? inner_->latest() : nullptr; }

AlertBoardPtr SwitchFeed::alerts() const { return inner_ != nullptr ? inner_->alerts() : nullptr; }

QString SwitchFeed::sourceText() const
{
    return inner_ != nullptr ? inner_->sourceText() : sourceText_;
}

bool SwitchFeed::isSimulated() const { return inner_ != nullptr && inner_->isSimulated(); }

std::optional<SimulationNote> SwitchFeed::simulation() const
{
    return inner_ != nullptr ? inner_->simulation() : std::nullopt;
}

bool SwitchFeed::isEmbedded() const { return inner_ != nullptr && inner_->isEmbedded(); }

QString SwitchFeed::whyNobody() const
{
    return contact().why.isEmpty() ? tr("there is no source yet; try again") : contact().why;
}

void SwitchFeed::submit(const Command& command)
{
    if (inner_ != nullptr) {
        inner_->submit(command);
        return;
    }
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT commandFinished(whyNobody()); }, Qt::QueuedConnection);
}

void SwitchFeed::acceptChain()
{
    if (inner_ != nullptr) {
        inner_->acceptChain();
    }
}

template <typename Answer, typename Ask>
void SwitchFeed::pass(QObject* context, Answered<Answer> answered, Ask ask)
{
    if (inner_ == nullptr) {
        refuseLater(context, answered, whyNobody());
        return;
    }
    const QPointer<SwitchFeed> self(this);
    ask(*inner_,
        [self, asked = exchanges_, answered = std::move(answered)](const Result<Answer>& result) {
            if (self && self->exchanges_ == asked) {
                answered(result);
                return;
            }
            answered(Error { ErrorCode::Unavailable,
                tr("the source was exchanged before it could answer").toStdString(), {} });
        });
}

void SwitchFeed::queryMetrics(QObject* context, std::vector<Metric> metrics, TimeRange range,
    int maxPoints, Answered<std::vector<HistoryAnswer>> answered)
{
    pass(context, std::move(answered), [&](Feed& feed, auto guarded) {
        feed.queryMetrics(context, std::move(metrics), range, maxPoints, std::move(guarded));
    });
}

void SwitchFeed::queryLatency(
    QObject* context, TimeRange range, int maxPoints, Answered<LatencyAnswer> answered)
{
    pass(context, std::move(answered), [&](Feed& feed, auto guarded) {
        feed.queryLatency(context, range, maxPoints, std::move(guarded));
    });
}

void SwitchFeed::queryAlertHistory(
    QObject* context, std::size_t limit, Answered<AlertHistoryAnswer> answered)
{
    pass(context, std::move(answered), [&](Feed& feed, auto guarded) {
        feed.queryAlertHistory(context, limit, std::move(guarded));
    });
}

void SwitchFeed::queryStorageForecast(QObject* context, Answered<StorageForecast> answered)
{
    pass(context, std::move(answered),
        [&](Feed& feed, auto guarded) { feed.queryStorageForecast(context, std::move(guarded)); });
}

void SwitchFeed::queryCertification(QObject* context, Answered<CertificationStatus> answered)
{
    pass(context, std::move(answered),
        [&](Feed& feed, auto guarded) { feed.queryCertification(context, std::move(guarded)); });
}

void SwitchFeed::queryAudit(QObject* context, AuditRange range, Answered<AuditAnswer> answered)
{
    pass(context, std::move(answered),
        [&](Feed& feed, auto guarded) { feed.queryAudit(context, range, std::move(guarded)); });
}

void SwitchFeed::verifyAudit(QObject* context, Answered<AuditVerdict> answered)
{
    pass(context, std::move(answered),
        [&](Feed& feed, auto guarded) { feed.verifyAudit(context, std::move(guarded)); });
}

}  // namespace headroom::ui
