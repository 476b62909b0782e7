// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/alerts_csv.h"

#include "ui/report/csv_writer.h"
#include "ui/text/text_style.h"

#include <QDateTime>

#include <optional>

namespace headroom::ui {

namespace {

constexpr const char* kColumns[] = { "alert_id", "type", "state", "level", "peak_level", "value",
    "threshold", "unit", "raised_utc", "raised_local", "cleared_utc", "cleared_local",
    "escalates_to", "respond_within", "deadline_utc", "overdue", "acknowledged_by",
    "acknowledged_utc", "note", "shelved_by", "shelved_until_utc", "shelved_reason", "simulated" };

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString yesOrNo(bool is) { return is ? QStringLiteral("yes") : QStringLiteral("no"); }

QDateTime momentOf(SystemTime at, Qt::TimeSpec zone)
{
    const auto sinceEpoch = std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), zone);
}

/// "2026-08-03T10:03:53.000Z".
QString utc(std::optional<SystemTime> at)
{
    return at ? momentOf(*at, Qt::UTC).toString(Qt::ISODateWithMs) : QString();
}

/// The same moment on this machine's clocks: "2026-08-03T12:03:53.000+02:00".
QString local(std::optional<SystemTime> at)
{
    if (!at) {
        return {};
    }
    // Qt writes the zone only of a time that is an offset from UTC.
    const auto here = momentOf(*at, Qt::LocalTime);
    return here.toOffsetFromUtc(here.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QString unitOf(AlertType type)
{
    const auto metric = metricOf(type);
    if (!metric) {
        return QStringLiteral("s");
    }
    switch (info(*metric).unit) {
    case Unit::Writers:
        return QStringLiteral("writers");
    case Unit::Bytes:
        return QStringLiteral("bytes");
    case Unit::WritesPerSecond:
        return QStringLiteral("writes_per_s");
    case Unit::Milliseconds:
        return QStringLiteral("ms");
    case Unit::Artifacts:
        return QStringLiteral("artifacts");
    case Unit::BrokenLinks:
        break;
    }
    return QStringLiteral("broken_links");
}

void addOpen(CsvWriter& csv, const AlertView& alert, bool isSimulated)
{
    csv.text(text(alert.id)).text(text(toString(alert.type))).text(text(toString(alert.state)));
    csv.text(text(toString(alert.level))).text(text(toString(alert.peak)));
    csv.number(alert.value).number(alert.threshold).text(unitOf(alert.type));
    csv.text(utc(alert.raisedAtUtc)).text(local(alert.raisedAtUtc)).text({}).text({});
    csv.text(text(alert.escalationPath)).text(text(alert.responseTimeline));
    csv.text(utc(alert.deadlineUtc)).text(yesOrNo(alert.isOverdue));
    csv.text(text(alert.acknowledgedBy)).text(utc(alert.acknowledgedAtUtc));
    csv.text(text(alert.acknowledgedNote)).text(text(alert.shelvedBy));
    csv.text(utc(alert.shelvedUntilUtc)).text(text(alert.shelvedReason));
    csv.text(yesOrNo(isSimulated)).endRow();
}

/// What was said when it was acknowledged: the words between the quotes of that step.
QString noteOf(const AlertLife& life)
{
    constexpr std::string_view kOpening = "“";
    constexpr std::string_view kClosing = "”";
    QString note;
    for (const auto& step : life.steps) {
        const auto begin = step.reason.find(kOpening);
        const auto end = step.reason.rfind(kClosing);
        const bool isSaid
            = step.kind == AlertEventKind::Acknowledged || step.kind == AlertEventKind::Noted;
        if (isSaid && begin != std::string::npos && end != std::string::npos && end > begin) {
            const auto said = std::string_view(step.reason)
                                  .substr(begin + kOpening.size(), end - begin - kOpening.size());
            note += (note.isEmpty() ? QString() : QStringLiteral(" | ")) + text(said);
        }
    }
    return note;
}

void addPast(CsvWriter& csv, const AlertLife& life, bool isSimulated)
{
    csv.text(life.id).text(text(toString(life.type))).text(QStringLiteral("CLEARED"));
    csv.text(text(toString(life.level))).text(text(toString(life.peak)));
    csv.number(life.value).number(life.threshold).text(unitOf(life.type));
    // A beginning that is not known is not made up.
    if (life.isBeginningKnown) {
        csv.text(utc(life.raisedAt)).text(local(life.raisedAt));
    } else {
        csv.text({}).text({});
    }
    csv.text(utc(life.clearedAt)).text(local(life.clearedAt));
    csv.text(life.escalation.isEmpty() ? QStringLiteral("NONE") : life.escalation);
    csv.text(life.responseTimeline).text({}).text(yesOrNo(life.wasOverdue));
    csv.text(life.acknowledgedBy).text(utc(life.acknowledgedAt)).text(noteOf(life));
    csv.text({}).text({}).text({}).text(yesOrNo(isSimulated)).endRow();
}

}  // namespace

QByteArray alertsCsv(const std::vector<const AlertView*>& open,
    const std::vector<AlertLog::Life>& past, bool isSimulated)
{
    const WordsForFile file;
    CsvWriter csv;
    for (const char* column : kColumns) {
        csv.text(QString::fromLatin1(column));
    }
    csv.endRow();
    for (const auto* alert : open) {
        addOpen(csv, *alert, isSimulated);
    }
    for (const auto& life : past) {
        addPast(csv, *life, isSimulated);
    }
    return csv.bytes();
}

}  // namespace headroom::ui
