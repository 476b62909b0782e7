// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/certification_model.h"

#include "ui/feed/actor.h"
#include "ui/models/certification_words.h"
#include "ui/text/format.h"
#include "ui/text/text_style.h"
#include "ui/text/visible_text.h"

#include <algorithm>
#include <utility>

namespace headroom::ui {

namespace {

using std::chrono::seconds;

constexpr seconds kEvery { 60 };
constexpr seconds kWhileUnanswered { 5 };
/// The whole trail is read for it.
constexpr seconds kVerifyEvery { 900 };
constexpr seconds kVerifyAgain { 60 };

}  // namespace

CertificationModel::CertificationModel(Feed& feed, const Clock& clock, QObject* parent)
    : QObject(parent)
    , feed_(feed)
    , clock_(clock)
{
    connect(&timer_, &QTimer::timeout, this, &CertificationModel::tick);
    connect(&textStyleWatch(), &TextStyleWatch::changed, this, &CertificationModel::rebuild);
    connect(&feed_, &Feed::sourceChanged, this, &CertificationModel::forget);
    connect(&feed_, &Feed::contactChanged, this, &CertificationModel::tick);
    connect(&feed_, &Feed::commandFinished, this, &CertificationModel::takeCommandAnswer);
    rebuild();
}

void CertificationModel::forget()
{
    data_ = {};
    askedAt_.reset();
    verifyAskedAt_.reset();
    isVerifying_ = false;
    tellsRecorded_ = false;
    ++source_;
    tick();
}

void CertificationModel::setActive(bool isActive)
{
    if (std::exchange(isActive_, isActive) == isActive) {
        return;
    }
    if (!isActive) {
        timer_.stop();
        return;
    }
    timer_.start(seconds(1));
    tick();
}

void CertificationModel::tick()
{
    if (!isActive_) {
        return;
    }
    const auto now = clock_.steadyNow();
    if (feed_.contact().isConnected && feed_.latest()) {
        const bool isWhole = data_.problem.isEmpty() && data_.status && !lacksEvidence();
        const auto pause = isWhole ? kEvery : kWhileUnanswered;
        if (!data_.isAsking && (!askedAt_ || now - *askedAt_ >= pause)) {
            ask();
        }
        const auto verifyPause = data_.verdict ? kVerifyEvery : kVerifyAgain;
        if (!isVerifying_ && (!verifyAskedAt_ || now - *verifyAskedAt_ >= verifyPause)) {
            verify();
        }
    }
    rebuild();
}

bool CertificationModel::lacksEvidence() const
{
    const auto snapshot = feed_.latest();
    return std::any_of(catalog().begin(), catalog().end(), [&](const MetricInfo& row) {
        return row.metric != Metric::AuditRetention
            && snapshot->of(row.metric).freshness == Freshness::Live
            && data_.status->observed[indexOf(row.metric)].standing == Standing::NotObserved;
    });
}

void CertificationModel::ask()
{
    data_.isAsking = true;
    askedAt_ = clock_.steadyNow();
    feed_.queryCertification(
        this, [this, source = source_](const Result<CertificationStatus>& answer) {
            if (source == source_) {
                take(answer);
            }
        });
}

void CertificationModel::take(const Result<CertificationStatus>& answer)
{
    data_.isAsking = false;
    if (answer) {
        data_.status = *answer;
        data_.answeredAt = clock_.systemNow();
        data_.problem.clear();
    } else {
        // What was answered before stays, with its time: a certificate does not age by the second.
        data_.problem = visibleText(answer.error().text());
    }
    rebuild();
    if (std::exchange(tellsRecorded_, false)) {
        Q_EMIT recorded(display_.head.nextReview);
    }
}

void CertificationModel::verify()
{
    isVerifying_ = true;
    verifyAskedAt_ = clock_.steadyNow();
    feed_.verifyAudit(this, [this, source = source_](const Result<AuditVerdict>& verdict) {
        if (source != source_) {
            return;
        }
        isVerifying_ = false;
        if (verdict) {
            data_.verdict = *verdict;
            data_.verifiedAt = clock_.systemNow();
            data_.verdictProblem.clear();
        } else {
            data_.verdictProblem = visibleText(verdict.error().text());
        }
        rebuild();
    });
}

void CertificationModel::record(const RecordReview& review)
{
    if (!display_.readOnly.isEmpty()) {
        Q_EMIT refused(display_.readOnly);
        return;
    }
    if (std::exchange(isSubmitted_, true)) {
        Q_EMIT refused(tr("a review is under way already"));
        return;
    }
    feed_.submit({ actorName(), review });
}

void CertificationModel::takeCommandAnswer(const QString& error)
{
    if (!std::exchange(isSubmitted_, false)) {
        return;  // of another page
    }
    if (!error.isEmpty()) {
        Q_EMIT refused(visibleText(error));
        return;
    }
    // An answer that is under way may be from before it; the next one is not.
    ++source_;
    tellsRecorded_ = true;
    isVerifying_ = false;
    verifyAskedAt_.reset();
    ask();
    verify();
}

CertificationDisplay CertificationModel::displayForFile() const
{
    const WordsForFile file;
    return certificationDisplay(data_, feed_, clock_.systemNow());
}

void CertificationModel::rebuild()
{
    auto display = certificationDisplay(data_, feed_, clock_.systemNow());
    if (display != display_) {
        display_ = std::move(display);
        Q_EMIT changed();
    }
}

}  // namespace headroom::ui
