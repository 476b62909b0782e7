// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/workload_form.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Workload)
};

constexpr double kKb = 1024;
constexpr double kMb = 1024 * kKb;
constexpr double kGb = 1024 * kMb;

constexpr std::array<WorkloadFieldInfo, 5> kFields { {
    { WorkloadField::Writers, "writers", QT_TRANSLATE_NOOP("Workload", "Writers"),
        QT_TRANSLATE_NOOP("Workload", "at once"), 0, 500, 200 },
    { WorkloadField::WriteRate, "rate", QT_TRANSLATE_NOOP("Workload", "Writes per second"), "/s", 0,
        10'000, 1500 },
    { WorkloadField::ArtifactSize, "size", QT_TRANSLATE_NOOP("Workload", "Artifact size, up to"),
        "", 1, 600 * kMb, 0 },
    { WorkloadField::StorageLimit, "limit", QT_TRANSLATE_NOOP("Workload", "Storage limit"), "",
        64 * kKb, 1000 * kGb, 0 },
    { WorkloadField::QueryRate, "queries", QT_TRANSLATE_NOOP("Workload", "Queries per second"),
        "/s", 0, 10'000, 1000 },
} };

bool isBytes(WorkloadField field)
{
    return field == WorkloadField::ArtifactSize || field == WorkloadField::StorageLimit;
}

double valueOf(const WorkloadSettings& settings, WorkloadField field)
{
    switch (field) {
    case WorkloadField::Writers:
        return settings.writers;
    case WorkloadField::WriteRate:
        return settings.writeRate.value;
    case WorkloadField::ArtifactSize:
        return static_cast<double>(settings.maxArtifactSize.count);
    case WorkloadField::StorageLimit:
        return static_cast<double>(settings.storageLimit.count);
    case WorkloadField::QueryRate:
        break;
    }
    return settings.queryRate.value;
}

void setValue(WorkloadSettings& settings, WorkloadField field, double value)
{
    switch (field) {
    case WorkloadField::Writers:
        settings.writers = static_cast<int>(value);
        break;
    case WorkloadField::WriteRate:
        settings.writeRate = { value };
        break;
    case WorkloadField::ArtifactSize:
        settings.maxArtifactSize = { static_cast<std::int64_t>(value) };
        break;
    case WorkloadField::StorageLimit:
        settings.storageLimit = { static_cast<std::int64_t>(value) };
        break;
    case WorkloadField::QueryRate:
        settings.queryRate = { value };
        break;
    }
}

QString errorOf(const WorkloadFieldInfo& field)
{
    const QString key = QString::fromLatin1(field.key);
    if (isBytes(field.field)) {
        return Words::tr("%1: a size from %2 to %3, such as %4 or %5")
            .arg(key, format::certifiedBytes(field.minimum), format::certifiedBytes(field.maximum),
                format::certifiedBytes(16 * kKb), format::certifiedBytes(8 * kMb));
    }
    return (field.field == WorkloadField::Writers ? Words::tr("%1: a whole number from %2 to %3")
                                                  : Words::tr("%1: a number from %2 to %3"))
        .arg(key, format::number(field.minimum, 0), format::number(field.maximum, 0));
}

/// Without spaces of the plain kind: on a command line they would be another argument.
std::optional<double> parseNumber(QStringView text)
{
    return text.trimmed().contains(QLatin1Char(' ')) ? std::nullopt : format::readNumber(text);
}

QString setSwitch(bool& target, QStringView text)
{
    if (text == QLatin1String("on") || text == QLatin1String("off")) {
        target = text == QLatin1String("on");
        return {};
    }
    return Words::tr("delete-oldest: on or off");
}

QString setKeep(Ratio& target, QStringView text)
{
    const auto percent = parseNumber(text);
    if (!percent || *percent < 1 || *percent > 100) {
        return Words::tr("keep: a percentage of the storage limit from 1 to 100");
    }
    target = { *percent / 100 };
    return {};
}

QString setByKey(WorkloadSettings& settings, QStringView key, QStringView value)
{
    for (const auto& field : kFields) {
        if (key == QLatin1String(field.key)) {
            return setFromText(settings, field.field, value);
        }
    }
    if (key == QLatin1String("delete-oldest")) {
        return setSwitch(settings.deleteOldest, value);
    }
    if (key == QLatin1String("keep")) {
        return setKeep(settings.keepBelow, value);
    }
    return Words::tr("\"%1\" is not one of writers, rate, size, limit, queries, "
                     "delete-oldest, keep")
        .arg(key);
}

}  // namespace

const std::array<WorkloadFieldInfo, 5>& workloadFields() { return kFields; }

const WorkloadFieldInfo& infoOf(WorkloadField field)
{
    return kFields[static_cast<std::size_t>(field)];
}

QString textOf(const WorkloadSettings& settings, WorkloadField field)
{
    const double value = valueOf(settings, field);
    return isBytes(field) ? format::certifiedBytes(value) : format::number(value, 2);
}

QString setFromText(WorkloadSettings& settings, WorkloadField field, QStringView text)
{
    const auto& about = infoOf(field);
    std::optional<double> value;
    if (isBytes(field)) {
        const auto size = parseBytes(text);
        value = size ? std::optional(static_cast<double>(size->count)) : std::nullopt;
    } else {
        value = parseNumber(text);
    }
    const bool mustBeWhole = field == WorkloadField::Writers;
    if (!value || *value < about.minimum || *value > about.maximum
        || (mustBeWhole && *value != std::floor(*value))) {
        return errorOf(about);
    }
    setValue(settings, field, *value);
    return {};
}

QString setFromList(WorkloadSettings& settings, QStringView list)
{
    WorkloadSettings wanted = settings;
    if (list == QLatin1String("off")) {
        wanted.writers = 0;
        wanted.queryRate = { 0 };
        settings = wanted;
        return {};
    }
    for (const auto part : list.split(QLatin1Char(','))) {
        const auto equals = part.indexOf(QLatin1Char('='));
        if (equals <= 0) {
            return Words::tr("\"%1\" is neither \"off\" nor KEY=VALUE").arg(part);
        }
        const QString error
            = setByKey(wanted, part.left(equals).trimmed(), part.mid(equals + 1).trimmed());
        if (!error.isEmpty()) {
            return error;
        }
    }
    settings = wanted;
    return {};
}

std::optional<Bytes> parseBytes(QStringView text)
{
    struct Suffix {
        const char* name;
        double bytes;
    };
    static constexpr std::array<Suffix, 7> kSuffixes { { { "KiB", kKb }, { "MiB", kMb },
        { "GiB", kGb }, { "KB", kKb }, { "MB", kMb }, { "GB", kGb }, { "B", 1 } } };
    QStringView digits = text.trimmed();
    double unit = 1;
    for (const auto& suffix : kSuffixes) {
        if (digits.endsWith(QLatin1String(suffix.name), Qt::CaseInsensitive)) {
            unit = suffix.bytes;
            digits.chop(static_cast<qsizetype>(std::char_traits<char>::length(suffix.name)));
            break;
        }
    }
    const auto number = parseNumber(digits);
    // 2^53: beyond it a double no longer counts single bytes.
    if (!number || *number < 0 || *number * unit > 9.007e15) {
        return std::nullopt;
    }
    return Bytes { static_cast<std::int64_t>(std::llround(*number * unit)) };
}

QString WorkloadFieldInfo::titleText() const { return Words::tr(title); }

QString WorkloadFieldInfo::unitText() const { return *unit != 0 ? Words::tr(unit) : QString(); }

QString WorkloadPreset::titleText() const { return Words::tr(title); }

QString WorkloadPreset::detailText() const { return Words::tr(detail); }

WorkloadSettings WorkloadPreset::appliedTo(WorkloadSettings settings) const
{
    settings.writers = writers;
    settings.writeRate = { writeRate };
    settings.deleteOldest = deleteOldest;
    return settings;
}

bool WorkloadPreset::isIn(const WorkloadSettings& settings) const
{
    return appliedTo(settings) == settings;
}

const std::vector<WorkloadPreset>& workloadPresets()
{
    // The bounds of concurrent writes are 51, 76 and 100: each preset lies well inside its level.
    static const std::vector<WorkloadPreset> presets {
        { QT_TRANSLATE_NOOP("Workload", "Calm"),
            QT_TRANSLATE_NOOP("Workload", "12 writers, 40 writes/s"), "check", 12, 40, true },
        { "YELLOW", QT_TRANSLATE_NOOP("Workload", "62 writers at once"), "level-yellow", 62, 120,
            true },
        { "ORANGE", QT_TRANSLATE_NOOP("Workload", "88 writers at once"), "level-orange", 88, 120,
            true },
        { QT_TRANSLATE_NOOP("Workload", "RED, pause"),
            QT_TRANSLATE_NOOP("Workload", "130 writers against 100: HTTP 429"), "gatepause", 130,
            120, true },
        { QT_TRANSLATE_NOOP("Workload", "Fill storage"),
            QT_TRANSLATE_NOOP("Workload", "nothing is deleted: HTTP 503 at 100 %"), "gatehalt", 24,
            200, false },
    };
    return presets;
}

}  // namespace headroom::ui
