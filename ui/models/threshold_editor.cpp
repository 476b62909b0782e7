// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/threshold_editor.h"

#include "monitor_core/base/utc_text.h"
#include "monitor_core/policy/policy_difference.h"
#include "monitor_core/policy/threshold_record_json.h"
#include "ui/feed/actor.h"
#include "ui/feed/judged_feed.h"
#include "ui/models/threshold_scale.h"
#include "ui/text/text_style.h"

namespace headroom::ui {

namespace {

constexpr std::array kLevels { Level::Yellow, Level::Orange, Level::Red };

EditableThresholds editableOf(const ThresholdPolicy& policy)
{
    return { policy.thresholds, policy.gate.resumeBelow, policy.gate.resumeStorageBelow,
        policy.gate.failClosed };
}

/// Writers in flight and storage's share have bands of their own basis.
double resumeBound(Metric metric, const EditableThresholds& thresholds)
{
    return metric == Metric::TotalStorage ? thresholds.resumeStorageBelow.value
                                          : thresholds.resumeBelow;
}

}  // namespace

ThresholdEditor::ThresholdEditor(
    Feed& feed, const Clock& clock, ThresholdPolicy certified, QObject* parent)
    : QObject(parent)
    , feed_(feed)
    , clock_(clock)
    , form_(std::move(certified))
    , backtest_(feed, clock)
{
    connect(&feed_, &Feed::snapshotChanged, this, &ThresholdEditor::takeSnapshot);
    connect(&feed_, &Feed::commandFinished, this, &ThresholdEditor::takeAnswer);
    connect(&textStyleWatch(), &TextStyleWatch::changed, this, [this] {
        form_.spellAnew();
        Q_EMIT changed();
    });
    connect(&feed_, &Feed::sourceChanged, this, [this] { asked_ = Asked::Nothing; });
    connect(&backtest_, &ThresholdBacktest::changed, this, &ThresholdEditor::changed);
    takeSnapshot();
}

void ThresholdEditor::setActive(bool active)
{
    isActive_ = active;
    backtest_.setCoarse(isRemote());
    backtest_.setActive(active);
    if (active) {
        takeSnapshot();
        ask();
    }
}

SnapshotPtr ThresholdEditor::serviceSnapshot() const
{
    const auto* judged = feed_.judged();
    return judged != nullptr ? judged->ofService() : feed_.latest();
}

std::optional<EditableThresholds> ThresholdEditor::ofService() const
{
    const auto snapshot = serviceSnapshot();
    return snapshot ? std::optional(thresholdsOf(*snapshot)) : std::nullopt;
}

std::optional<EditableThresholds> ThresholdEditor::inForce() const
{
    const auto* judged = feed_.judged();
    return judged != nullptr && judged->local().thresholds ? judged->local().thresholds
                                                           : ofService();
}

std::uint64_t ThresholdEditor::versionInForce() const
{
    const auto snapshot = serviceSnapshot();
    return snapshot ? snapshot->thresholdsVersion : 0;
}

bool ThresholdEditor::isFollowingService() const
{
    const auto* judged = feed_.judged();
    return judged != nullptr && !judged->local().thresholds;
}

QString ThresholdEditor::sourceName() const
{
    const auto* judged = feed_.judged();
    const auto snapshot = serviceSnapshot();
    return (judged != nullptr ? judged->serviceText() : feed_.sourceText()) + QLatin1Char('\n')
        + (snapshot ? QString::fromStdString(snapshot->source.name) : QString());
}

void ThresholdEditor::takeSnapshot()
{
    const auto now = inForce();
    if (!now || feed_.isSimulated()) {
        return;  // a drill has thresholds of its own, and takes nobody's edits away
    }
    backtest_.setCoarse(isRemote());
    if (auto* judged = feed_.judged()) {
        connect(judged, &JudgedFeed::localSaved, this, &ThresholdEditor::takeAnswer,
            Qt::UniqueConnection);
    }
    if (!isLoaded_ || loadedFrom_ != sourceName()
        || (*now != form_.base() && (!isDirty() || form_.wanted() == *now))) {
        loadInForce();
    } else if (*now == form_.base()) {
        version_ = versionInForce();
        isOvertaken_ = false;
    } else {
        isOvertaken_ = true;
    }
    if (isActive_) {
        ask();
        Q_EMIT changed();
    }
}

void ThresholdEditor::loadInForce()
{
    const auto now = inForce();
    if (!now || feed_.isSimulated()) {
        return;
    }
    const bool isOther = form_.textsOf(*now) != form_.texts();
    isLoaded_ = true;
    loadedFrom_ = sourceName();
    isOvertaken_ = false;
    version_ = versionInForce();
    form_.load(*now);
    if (isOther) {
        Q_EMIT reloaded();
    }
}

void ThresholdEditor::revert()
{
    loadInForce();
    ask();
    Q_EMIT changed();
}

void ThresholdEditor::setTexts(const ThresholdTexts& texts)
{
    form_.setTexts(texts);
    ask();
    Q_EMIT changed();
}

BacktestQuestion ThresholdEditor::questionOf(
    Metric metric, const EditableThresholds& thresholds) const
{
    const auto snapshot = feed_.latest();
    const auto& gate = form_.certifiedPolicy().gate;
    return backtestQuestion(metric, thresholds, thresholdLimit(form_, metric, snapshot.get()),
        gate.pauseAt, gate.haltAt);
}

void ThresholdEditor::ask()
{
    if (!isActive_ || !isLoaded_) {
        return;
    }
    ThresholdBacktest::Questions wanted;
    ThresholdBacktest::Questions now;
    for (const auto metric : thresholdMetrics()) {
        now[indexOf(metric)] = questionOf(metric, form_.base());
        if (!form_.hasFault(metric)) {
            wanted[indexOf(metric)] = questionOf(metric, form_.wanted());
        }
    }
    backtest_.want(wanted, now);
}

ThresholdTexts ThresholdEditor::withText(
    Metric metric, ThresholdField field, const QString& text) const
{
    auto texts = form_.texts();
    texts.text(metric, field) = text;
    return texts;
}

ThresholdTexts ThresholdEditor::withOtherSide(Metric metric, ThresholdField field) const
{
    auto texts = form_.texts();
    auto& side = texts.of(metric).sides[static_cast<std::size_t>(field)];
    side = side == Side::AtLeast ? Side::Above : Side::AtLeast;
    return texts;
}

ThresholdTexts ThresholdEditor::draggedTo(
    Metric metric, ThresholdField field, double fraction) const
{
    const auto snapshot = feed_.latest();
    const ThresholdScale scale(metric, form_.base().thresholds[indexOf(metric)].basis,
        thresholdLimit(form_, metric, snapshot.get()));
    return withText(metric, field, form_.boundText(metric, scale.boundAt(fraction)));
}

ThresholdTexts ThresholdEditor::stepped(Metric metric, ThresholdField field, int steps) const
{
    const auto snapshot = feed_.latest();
    const ThresholdScale scale(metric, form_.base().thresholds[indexOf(metric)].basis,
        thresholdLimit(form_, metric, snapshot.get()));
    const auto& row = form_.wanted().thresholds[indexOf(metric)];
    double bound = resumeBound(metric, form_.wanted());
    if (field != ThresholdField::Resume) {
        const auto& set = row.bound(kLevels[static_cast<std::size_t>(field)]);
        if (!set) {
            return form_.texts();
        }
        bound = set->value;
    }
    return withText(metric, field, form_.boundText(metric, scale.stepped(bound, steps)));
}

ThresholdTexts ThresholdEditor::certifiedTexts() const { return form_.textsOf(form_.certified()); }

ThresholdTexts ThresholdEditor::certifiedTexts(Metric metric) const
{
    auto texts = form_.texts();
    texts.of(metric) = certifiedTexts().of(metric);
    return texts;
}

Result<ThresholdTexts> ThresholdEditor::imported(const QByteArray& json) const
{
    const auto record = thresholdRecordFromJson(json.toStdString());
    if (!record) {
        return record.error();
    }
    for (const auto metric : thresholdMetrics()) {
        const auto i = indexOf(metric);
        if (record->policy.thresholds[i].basis != form_.base().thresholds[i].basis) {
            return Error { ErrorCode::InvalidArgument,
                tr("thresholds.%1: its bounds are in another unit than those in force")
                    .arg(QString::fromLatin1(info(metric).key.data()))
                    .toStdString(),
                "thresholds" };
        }
    }
    return form_.textsOf(editableOf(record->policy));
}

QByteArray ThresholdEditor::exported() const
{
    ThresholdRecord record;
    record.version = version_ + 1;
    record.at = toUtcText(clock_.systemNow());
    record.actor = actorName();
    record.reason = "exported from the dashboard";
    record.policy = form_.policyWith(form_.wanted());
    return QByteArray::fromStdString(thresholdRecordToJson(record));
}

ThresholdRowDisplay ThresholdEditor::row(Metric metric) const
{
    const auto snapshot = feed_.latest();
    return makeThresholdRow(form_, metric, snapshot.get(), clock_.steadyNow(),
        feed_.judged() != nullptr ? ofService() : std::nullopt, backtest_);
}

QString ThresholdEditor::whyNotSave() const
{
    if (feed_.isSimulated()) {
        return tr("a simulation is on the screen: nothing of it is saved");
    }
    if (!isLoaded_) {
        return tr("what is in force is not known yet");
    }
    if (!form_.faults().isEmpty()) {
        return form_.faults().size() == 1
            ? tr("1 error to fix before saving")
            : tr("%1 errors to fix before saving").arg(form_.faults().size());
    }
    if (asked_ != Asked::Nothing) {
        return tr("being saved");
    }
    return isDirty() ? QString() : tr("nothing is changed");
}

bool ThresholdEditor::canSend() const
{
    const auto service = ofService();
    return isRemote() && !feed_.isSimulated() && form_.faults().isEmpty()
        && asked_ == Asked::Nothing && service && *service != form_.wanted();
}

QStringList ThresholdEditor::differences(bool ofServiceToo) const
{
    const auto before = ofServiceToo ? ofService().value_or(form_.base()) : form_.base();
    QStringList lines;
    for (const auto& difference :
        differencesOf(form_.policyWith(before), form_.policyWith(form_.wanted()))) {
        lines << QStringLiteral("%1: %2 → %3")
                     .arg(QString::fromStdString(difference.key),
                         QString::fromStdString(difference.before),
                         QString::fromStdString(difference.after));
    }
    return lines;
}

QString ThresholdEditor::notice() const
{
    QStringList lines;
    if (const auto snapshot = serviceSnapshot(); snapshot && !snapshot->thresholdsProblem.empty()) {
        lines << QString::fromStdString(snapshot->thresholdsProblem);
    }
    if (auto* judged = feed_.judged(); judged != nullptr) {
        if (!judged->local().problem.empty()) {
            lines << tr("local copy: %1").arg(QString::fromStdString(judged->local().problem));
        }
        if (judged->local().thresholds) {
            lines << tr("These screens judge by local thresholds. Gate and alerts of "
                        "the service go by its own, version %1.")
                         .arg(versionInForce());
        }
    }
    if (isOvertaken_) {
        lines << tr("Somebody else changed the thresholds meanwhile. Your edits are "
                    "still here; Revert shows what is in force now.");
    }
    return lines.join(QLatin1Char('\n'));
}

void ThresholdEditor::save(const QString& reason)
{
    if (!canSave()) {
        return;
    }
    asked_ = Asked::Save;
    if (auto* judged = feed_.judged()) {
        judged->saveLocal(form_.wanted(), actorName(), reason.toStdString());
    } else {
        feed_.submit(
            { actorName(), ChangeThresholds { form_.wanted(), version_, reason.toStdString() } });
    }
    Q_EMIT changed();
}

void ThresholdEditor::sendToService(const QString& reason)
{
    if (canSend()) {
        asked_ = Asked::Send;
        feed_.submit({ actorName(),
            ChangeThresholds { form_.wanted(), versionInForce(), reason.toStdString() } });
        Q_EMIT changed();
    }
}

void ThresholdEditor::followService()
{
    auto* judged = feed_.judged();
    if (judged != nullptr && asked_ == Asked::Nothing) {
        asked_ = Asked::Save;
        judged->saveLocal(std::nullopt, actorName(), "follow the service");
    }
}

void ThresholdEditor::takeAnswer(const QString& error)
{
    const auto asked = std::exchange(asked_, Asked::Nothing);
    if (asked == Asked::Nothing) {
        return;  // another page's command
    }
    takeSnapshot();
    Q_EMIT changed();
    Q_EMIT saved(error);
}

}  // namespace headroom::ui
