// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/judged_feed.h"

#include <utility>

namespace headroom::ui {

JudgedFeed::JudgedFeed(Feed& service, std::unique_ptr<LocalThresholdStore> store, QObject* parent)
    : SwitchFeed({}, parent)
    , service_(service)
    , store_(std::move(store))
    , local_(store_->load())
{
    disk_.setMaxThreadCount(1);
    // Before those who listen here: hysteresis has to see every snapshot, asked for or not.
    connect(&service_, &Feed::snapshotChanged, this, [this] { static_cast<void>(latest()); });
    setInner(&service_);
}

JudgedFeed::~JudgedFeed() { disk_.waitForDone(); }

SnapshotPtr JudgedFeed::latest() const
{
    const auto snapshot = service_.latest();
    if (!snapshot || !local_.thresholds) {
        return snapshot;
    }
    if (judgedFrom_ != snapshot) {
        judgedFrom_ = snapshot;
        judged_ = std::make_shared<const Snapshot>(
            rejudge_.judge(*snapshot, local_.thresholds->thresholds));
    }
    return judged_;
}

bool JudgedFeed::isJudgedLocally() const
{
    const auto snapshot = service_.latest();
    return local_.thresholds && snapshot
        && thresholdsOf(*snapshot).thresholds != local_.thresholds->thresholds;
}

QString JudgedFeed::sourceText() const
{
    const QString text = service_.sourceText();
    return isJudgedLocally() ? tr("%1 · judged by local thresholds").arg(text) : text;
}

void JudgedFeed::saveLocal(const std::optional<EditableThresholds>& wanted,
    const std::string& actor, const std::string& reason)
{
    disk_.start([this, wanted, actor, reason] {
        const auto saved = store_->save(wanted, actor, reason);
        QMetaObject::invokeMethod(
            this,
            [this, saved] {
                if (saved) {
                    take(*saved);
                }
                Q_EMIT localSaved(saved ? QString() : QString::fromStdString(saved.error().text()));
            },
            Qt::QueuedConnection);
    });
}

void JudgedFeed::take(const LocalThresholds& local)
{
    local_ = local;
    judgedFrom_.reset();
    if (!local_.thresholds) {
        rejudge_ = Rejudge();  // nothing of what it remembers holds after a time without it
    }
    Q_EMIT snapshotChanged();
}

}  // namespace headroom::ui
