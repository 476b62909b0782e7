// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/trends_csv.h"

#include "monitor_core/base/utc_text.h"
#include "ui/models/trends_chart_display.h"
#include "ui/models/trends_words.h"
#include "ui/report/csv_writer.h"
#include "ui/report/unit_key.h"
#include "ui/text/text_style.h"

#include <algorithm>
#include <string>

namespace headroom::ui {

namespace {

QString fromAscii(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// A table of one metric under way.
class Table {
public:
    Table(const TrendsWords& words, const ReportSource& source, QStringList figures)
        : words_(words)
        , key_(fromAscii(info(words.metric()).key))
        , source_(source.isSimulated ? QStringLiteral("SIMULATION ") + source.name : source.name)
        , feed_(source.feed)
        , figures_(static_cast<int>(figures.size()))
    {
        for (const char* name : { "time_utc", "time_local", "length_seconds", "metric", "state" }) {
            csv_.text(QString::fromLatin1(name));
        }
        for (const auto& figure : figures) {
            csv_.text(figure);
        }
        csv_.text(QStringLiteral("source")).text(QStringLiteral("feed")).endRow();
    }

    void addRow(
        SystemTime at, double length, const QString& state, std::initializer_list<double> figures)
    {
        csv_.text(QString::fromStdString(toUtcText(at))).text(format::isoLocal(at)).number(length);
        csv_.text(key_).text(state);
        for (const double figure : figures) {
            csv_.number(figure);
        }
        for (auto i = static_cast<int>(figures.size()); i < figures_; ++i) {
            csv_.number(std::nullopt);
        }
        csv_.text(source_).text(feed_).endRow();
    }

    /// The hole between two points: GAP where nothing was recorded, else NO_DATA.
    void addHole(TimeSpan hole, const QVector<TimeSpan>& gaps)
    {
        double at = hole.from;
        for (const auto& gap : gaps) {
            const double from = std::max(gap.from, at);
            const double to = std::min(gap.to, hole.to);
            if (to <= from) {
                continue;
            }
            addEmpty(at, from, "NO_DATA");
            addEmpty(from, to, "GAP");
            at = to;
        }
        addEmpty(at, hole.to, "NO_DATA");
    }

    [[nodiscard]] QString stateOf(double value) const
    {
        return fromAscii(toString(words_.levelOf(value)));
    }
    [[nodiscard]] const QByteArray& bytes() const { return csv_.bytes(); }

private:
    void addEmpty(double from, double to, const char* state)
    {
        constexpr double kShortest = 0.5;  // rows are of whole seconds
        if (to - from >= kShortest) {
            addRow(timeAt(from), to - from, QString::fromLatin1(state), {});
        }
    }

    const TrendsWords& words_;
    QString key_;
    QString source_;
    QString feed_;
    int figures_;
    CsvWriter csv_;
};

template <typename Point, typename Add>
void addPoints(Table& table, const std::vector<Point>& points, TimeSpan range,
    const QVector<TimeSpan>& gaps, Add add)
{
    double reached = range.from;
    for (const auto& point : points) {
        const double at = secondsOf(point.at);
        const double length = std::chrono::duration<double>(point.length).count();
        if (at + length <= range.from || at >= range.to) {
            continue;
        }
        table.addHole({ reached, at }, gaps);
        add(point, length);
        reached = std::max(reached, at + length);
    }
    table.addHole({ reached, range.to }, gaps);
}

}  // namespace

QByteArray trendsCsv(const TrendsData& data, const Snapshot* snapshot, std::size_t metric,
    const TrendsRange& range, double now, const ReportSource& source)
{
    const WordsForFile file;
    const auto which = trendsMetrics()[metric];
    const TrendsWords words(snapshot, which);
    const QString unit = QLatin1Char('_') + unitKey(which);
    const auto gaps = gapsOf(data, now);
    // What came after the newest recorded second is not a hole yet.
    const double end
        = gaps.isEmpty() || gaps.last().to < range.to() - 10 ? range.to() : gaps.last().to;
    TimeSpan seen { range.from(), std::min(end, now) };
    if (which == Metric::QueryResponse) {
        Table table(words, source,
            { QStringLiteral("p50") + unit, QStringLiteral("p99") + unit,
                QStringLiteral("p999") + unit, QStringLiteral("max") + unit,
                QStringLiteral("queries") });
        const auto points = data.latency ? data.latency->points : std::vector<LatencyPoint> {};
        addPoints(table, points, seen, gaps, [&](const LatencyPoint& point, double length) {
            table.addRow(point.at, length, table.stateOf(point.p99Ms),
                { point.p50Ms, point.p99Ms, point.p999Ms, point.maxMs,
                    static_cast<double>(point.sampleCount) });
        });
        return table.bytes();
    }
    Table table(words, source,
        { QStringLiteral("min") + unit, QStringLiteral("mean") + unit, QStringLiteral("max") + unit,
            QStringLiteral("last") + unit, QStringLiteral("fresh_seconds") });
    const auto* points = data.pointsOf(metric);
    addPoints(table, points != nullptr ? *points : std::vector<HistoryPoint> {}, seen, gaps,
        [&](const HistoryPoint& point, double length) {
            const auto& stats = point.stats;
            table.addRow(point.at, length, table.stateOf(stats.max),
                { stats.min, stats.mean, stats.max, stats.last,
                    static_cast<double>(stats.seconds) });
        });
    return table.bytes();
}

QString reportFileName(Metric metric, const TrendsRange& range, const QString& extension)
{
    const auto compact = [](double seconds) {
        QString text = QString::fromStdString(toUtcText(timeAt(seconds))).left(19);
        return text.remove(QLatin1Char('-')).remove(QLatin1Char(':')) + QLatin1Char('Z');
    };
    return QStringLiteral("headroom-%1-%2-%3.%4")
        .arg(fromAscii(info(metric).key), compact(range.from()), compact(range.to()), extension);
}

}  // namespace headroom::ui
