// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/threshold_form.h"

#include "monitor_core/policy/judging.h"
#include "monitor_core/policy/policy_json.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>
#include <utility>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Thresholds)
};

constexpr double kPercent = 0.01;
constexpr double kMegabyte = 1024.0 * 1024;
constexpr double kMillion = 1e6;
constexpr std::array kLevels { Level::Yellow, Level::Orange, Level::Red };
constexpr int kMostDigits = 10;

QString plain(double value)
{
    return format::withDecimalSign(QString::number(value, 'g', kMostDigits));
}

std::optional<Bound>& boundOf(MetricThresholds& thresholds, std::size_t level)
{
    return level == 0 ? thresholds.yellow : level == 1 ? thresholds.orange : thresholds.red;
}

EditableThresholds editableOf(const ThresholdPolicy& policy)
{
    return { policy.thresholds, policy.gate.resumeBelow, policy.gate.resumeStorageBelow,
        policy.gate.failClosed };
}

/// The one share of its bound that all hystereses are; empty where they differ.
QString hysteresisText(Metric metric, const MetricThresholds& thresholds)
{
    std::optional<double> one;
    for (const auto level : kLevels) {
        const auto& bound = thresholds.bound(level);
        if (!bound || bound->value <= 0) {
            continue;
        }
        const double shown = metric == Metric::ConcurrentWrites
            ? bound->hysteresis
            : bound->hysteresis / bound->value / kPercent;
        constexpr double kRounding = 1e-3;  // shares are kept in millionths
        if (one && std::abs(*one - shown) > kRounding) {
            return {};
        }
        one = one.value_or(shown);
    }
    return one ? format::withDecimalSign(QString::number(*one, 'g', 3)) : QString();
}

}  // namespace

const std::vector<Metric>& thresholdMetrics()
{
    static const std::vector<Metric> metrics { Metric::ConcurrentWrites, Metric::TotalStorage,
        Metric::WriteThroughput, Metric::QueryResponse, Metric::ArtifactSize,
        Metric::ArtifactCount };
    return metrics;
}

std::optional<double> numberTyped(const QString& text)
{
    static const QRegularExpression plainDigits(QStringLiteral("^[0-9][0-9\\s]*([.,][0-9]+)?$"));
    return plainDigits.match(text.trimmed()).hasMatch() ? format::readNumber(text) : std::nullopt;
}

ThresholdForm::ThresholdForm(ThresholdPolicy certified)
    : policy_(std::move(certified))
    , certified_(editableOf(policy_))
{
    load(certified_);
}

void ThresholdForm::load(const EditableThresholds& base)
{
    base_ = base;
    baseTexts_ = textsOf(base);
    setTexts(baseTexts_);
}

void ThresholdForm::setTexts(const ThresholdTexts& texts)
{
    texts_ = texts;
    read();
}

void ThresholdForm::spellAnew()
{
    const auto before = std::exchange(baseTexts_, textsOf(base_));
    for (std::size_t row = 0; row < texts_.rows.size(); ++row) {
        for (std::size_t i = 0; i < kThresholdFieldCount; ++i) {
            auto& text = texts_.rows[row].texts[i];
            const bool isUntouched = text == before.rows[row].texts[i];
            text.replace(QLatin1Char(','), QLatin1Char('.'));
            text = isUntouched ? baseTexts_.rows[row].texts[i] : format::withDecimalSign(text);
        }
    }
    read();
}

bool ThresholdForm::hasField(Metric metric, ThresholdField field)
{
    return field != ThresholdField::Resume || metric == Metric::ConcurrentWrites
        || metric == Metric::TotalStorage;
}

double ThresholdForm::perUnit(Metric metric) const
{
    if (base_.thresholds[indexOf(metric)].basis == Basis::OfLimit) {
        return kPercent;
    }
    return info(metric).unit == Unit::Bytes ? kMegabyte : 1;
}

QString ThresholdForm::unitOf(Metric metric, ThresholdField field) const
{
    const bool isShare = base_.thresholds[indexOf(metric)].basis == Basis::OfLimit;
    switch (field) {
    case ThresholdField::Hold:
        return QStringLiteral("s");
    case ThresholdField::Hysteresis:
        return metric == Metric::ConcurrentWrites ? QString() : QStringLiteral("%");
    case ThresholdField::Resume:
        return metric == Metric::TotalStorage ? QStringLiteral("%") : QString();
    default:
        break;
    }
    if (isShare) {
        return QStringLiteral("%");
    }
    switch (info(metric).unit) {
    case Unit::WritesPerSecond:
        return QStringLiteral("/s");
    case Unit::Milliseconds:
        return QStringLiteral("ms");
    case Unit::Bytes:
        return format::certifiedUnitName(format::ByteUnit::Megabyte);
    default:
        return {};
    }
}

QString ThresholdForm::boundText(Metric metric, double value) const
{
    const double unit = perUnit(metric);
    // By division by 100, not by 0.01: 0.07 is to read 7.
    return plain(unit == kPercent ? value * 100 : value / unit);
}

ThresholdTexts ThresholdForm::textsOf(const EditableThresholds& thresholds) const
{
    ThresholdTexts texts;
    for (const auto metric : thresholdMetrics()) {
        const auto& row = thresholds.thresholds[indexOf(metric)];
        for (std::size_t i = 0; i < kLevels.size(); ++i) {
            if (const auto& bound = row.bound(kLevels[i])) {
                texts.of(metric).texts[i] = boundText(metric, bound->value);
                texts.of(metric).sides[i] = bound->side;
            }
        }
        texts.text(metric, ThresholdField::Hysteresis) = hysteresisText(metric, row);
        texts.text(metric, ThresholdField::Hold)
            = plain(std::chrono::duration<double>(row.onDelay).count());
    }
    texts.text(Metric::ConcurrentWrites, ThresholdField::Resume)
        = QString::number(thresholds.resumeBelow);
    texts.text(Metric::TotalStorage, ThresholdField::Resume)
        = plain(thresholds.resumeStorageBelow.value * 100);
    texts.failClosed = thresholds.failClosed;
    return texts;
}

ThresholdPolicy ThresholdForm::policyWith(const EditableThresholds& thresholds) const
{
    ThresholdPolicy policy = policy_;
    policy.thresholds = thresholds.thresholds;
    policy.gate.resumeBelow = thresholds.resumeBelow;
    policy.gate.resumeStorageBelow = thresholds.resumeStorageBelow;
    policy.gate.failClosed = thresholds.failClosed;
    return policy;
}

void ThresholdForm::read()
{
    wanted_ = base_;
    faults_.clear();
    for (const auto metric : thresholdMetrics()) {
        readBounds(metric);
        readHold(metric);
        readResume(metric);
    }
    wanted_.failClosed = texts_.failClosed;
    checkByCore();
}

void ThresholdForm::fault(Metric metric, ThresholdField field, const QString& what)
{
    if (!faults_.contains({ metric, field })) {
        faults_.insert({ metric, field }, what);
    }
}

void ThresholdForm::readBounds(Metric metric)
{
    auto& thresholds = wanted_.thresholds[indexOf(metric)];
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        auto& bound = boundOf(thresholds, i);
        const QString text = texts_.of(metric).texts[i].trimmed();
        if (text.isEmpty()) {
            bound.reset();
            continue;
        }
        const auto number = numberTyped(text);
        if (!number) {
            fault(metric, static_cast<ThresholdField>(i), Words::tr("not a number"));
            continue;
        }
        Bound typed = bound.value_or(Bound {});
        if (!bound || text != baseTexts_.of(metric).texts[i]) {
            const double unit = perUnit(metric);
            typed.value = unit == kPercent ? *number / 100 : *number * unit;
        }
        typed.side = texts_.of(metric).sides[i];
        typed.hysteresis = hysteresisFor(metric, i, typed);
        bound = typed;
    }
}

double ThresholdForm::hysteresisFor(Metric metric, std::size_t level, const Bound& bound)
{
    const auto& was = base_.thresholds[indexOf(metric)].bound(kLevels[level]);
    const auto basis = base_.thresholds[indexOf(metric)].basis;
    const QString text = texts_.text(metric, ThresholdField::Hysteresis).trimmed();
    const bool isTouched = text != baseTexts_.text(metric, ThresholdField::Hysteresis);
    if (was && was->value == bound.value && !isTouched) {
        return was->hysteresis;
    }
    if (text.isEmpty()) {
        return defaultHysteresis(metric, basis, bound.value);
    }
    const auto number = numberTyped(text);
    if (!number) {
        fault(metric, ThresholdField::Hysteresis, Words::tr("not a number"));
        return bound.hysteresis;
    }
    if (metric == Metric::ConcurrentWrites) {
        return *number;
    }
    // In millionths, as shares are compared.
    return std::round(*number / 100 * bound.value * kMillion) / kMillion;
}

void ThresholdForm::readHold(Metric metric)
{
    const QString text = texts_.text(metric, ThresholdField::Hold).trimmed();
    if (text == baseTexts_.text(metric, ThresholdField::Hold)) {
        return;
    }
    const auto number = numberTyped(text);
    constexpr double kMost = 1e9;
    if (!number || *number > kMost) {
        fault(metric, ThresholdField::Hold, Words::tr("a number of seconds, 0 for no hold time"));
        return;
    }
    wanted_.thresholds[indexOf(metric)].onDelay
        = std::chrono::milliseconds(static_cast<std::int64_t>(std::llround(*number * 1000)));
}

void ThresholdForm::readResume(Metric metric)
{
    if (!hasField(metric, ThresholdField::Resume)) {
        return;
    }
    const QString text = texts_.text(metric, ThresholdField::Resume).trimmed();
    if (text == baseTexts_.text(metric, ThresholdField::Resume)) {
        return;
    }
    const auto number = numberTyped(text);
    if (!number) {
        fault(metric, ThresholdField::Resume, Words::tr("not a number"));
    } else if (metric == Metric::TotalStorage) {
        wanted_.resumeStorageBelow = { *number / 100 };
    } else if (*number != std::floor(*number) || *number > kMillion) {
        fault(metric, ThresholdField::Resume, Words::tr("a whole number of writers"));
    } else {
        wanted_.resumeBelow = static_cast<int>(*number);
    }
}

void ThresholdForm::checkByCore()
{
    const auto checked = checkedPolicy(policyWith(wanted_));
    if (checked) {
        return;
    }
    const auto lines = QString::fromStdString(checked.error().message)
                           .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const auto& line : lines) {
        addCoreFault(line);
    }
}

void ThresholdForm::addCoreFault(const QString& line)
{
    const QString path = line.section(QStringLiteral(": "), 0, 0);
    QString what = line.section(QStringLiteral(": "), 1);
    if (path.startsWith(QStringLiteral("gate."))) {
        const bool isStorage = path.contains(QStringLiteral("storage"));
        const auto metric = isStorage ? Metric::TotalStorage : Metric::ConcurrentWrites;
        const bool isOrder = what.contains(QStringLiteral("must be less than"));
        fault(metric, ThresholdField::Resume,
            !isOrder        ? what
                : isStorage ? Words::tr("resume must be below %1 %, where writes halt")
                                  .arg(plain(policy_.gate.haltAt.value * 100))
                            : Words::tr("resume must be below %1, where writes pause")
                                  .arg(policy_.gate.pauseAt));
        return;
    }
    const auto metric = metricFromKey(path.section(QLatin1Char('.'), 1, 1).toStdString());
    if (!metric) {
        fault(Metric::ConcurrentWrites, ThresholdField::Yellow, line);
        return;
    }
    const QString level = path.section(QLatin1Char('.'), 2, 2);
    const QString key = path.section(QLatin1Char('.'), 3, 3);
    static const QStringList names { QStringLiteral("yellow"), QStringLiteral("orange"),
        QStringLiteral("red") };
    static const QRegularExpression order(QStringLiteral("^(yellow|orange), (orange|red): "));
    if (const auto match = order.match(what); level.isEmpty() && match.hasMatch()) {
        const auto lower = names.indexOf(match.captured(1));
        const auto upper = names.indexOf(match.captured(2));
        const auto text = texts_.of(*metric).texts[static_cast<std::size_t>(lower)].trimmed();
        fault(*metric, static_cast<ThresholdField>(upper),
            Words::tr("%1 must be above %2 (%3)").arg(names[upper], names[lower], text));
        return;
    }
    const auto index = std::max<qsizetype>(0, names.indexOf(level));
    auto field = static_cast<ThresholdField>(index);
    if (level == QStringLiteral("hold_ms")) {
        field = ThresholdField::Hold;
        what = Words::tr("in ms, it %1").arg(what);
    } else if (key.startsWith(QStringLiteral("hysteresis"))) {
        field = ThresholdField::Hysteresis;
        what = Words::tr("the hysteresis of %1 is larger than its bound").arg(level);
    } else if (key.endsWith(QStringLiteral("_ratio"))) {
        what = Words::tr("as a share of the limit it %1").arg(what);
    }
    fault(*metric, field, what);
}

bool ThresholdForm::hasFault(Metric metric) const
{
    for (auto it = faults_.begin(); it != faults_.end(); ++it) {
        if (it.key().first == metric) {
            return true;
        }
    }
    return false;
}

bool ThresholdForm::isEdited(Metric metric, ThresholdField field) const
{
    const auto& mine = wanted_.thresholds[indexOf(metric)];
    const auto& theirs = certified_.thresholds[indexOf(metric)];
    switch (field) {
    case ThresholdField::Hold:
        return mine.onDelay != theirs.onDelay;
    case ThresholdField::Hysteresis:
        return hysteresisText(metric, mine) != hysteresisText(metric, theirs);
    case ThresholdField::Resume:
        return (metric == Metric::ConcurrentWrites && wanted_.resumeBelow != certified_.resumeBelow)
            || (metric == Metric::TotalStorage
                && !(wanted_.resumeStorageBelow == certified_.resumeStorageBelow));
    default:
        break;
    }
    const auto level = kLevels[static_cast<std::size_t>(field)];
    const auto& a = mine.bound(level);
    const auto& b = theirs.bound(level);
    return mine.basis != theirs.basis || a.has_value() != b.has_value()
        || (a && (a->value != b->value || a->side != b->side));
}

int ThresholdForm::editedCount() const
{
    int count = wanted_.failClosed != certified_.failClosed ? 1 : 0;
    for (const auto metric : thresholdMetrics()) {
        for (int i = 0; i < kThresholdFieldCount; ++i) {
            count += isEdited(metric, static_cast<ThresholdField>(i)) ? 1 : 0;
        }
    }
    return count;
}

}  // namespace headroom::ui
