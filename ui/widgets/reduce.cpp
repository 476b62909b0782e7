// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reduce.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace headroom::ui {

namespace {

const QPointF kGap { 0, std::numeric_limits<double>::quiet_NaN() };

bool isValue(QPointF point) { return std::isfinite(point.x()) && std::isfinite(point.y()); }

// From the last point at or before the window to the first at or after it, so that lines enter and
// leave at its edges.
QVector<QPointF> withinWindow(const QVector<QPointF>& points, Span window)
{
    qsizetype first = 0;
    qsizetype last = points.size();
    while (first + 1 < last && points[first + 1].x() <= window.from) {
        ++first;
    }
    while (last - 2 >= first && points[last - 2].x() >= window.to) {
        --last;
    }
    return last - first == points.size() ? points : points.mid(first, last - first);
}

// The column under work: its extremes in the order in which they came, and the gaps among them.
class Column {
public:
    explicit Column(QVector<QPointF>& out)
        : out_(out)
    {
    }

    void add(qsizetype at, QPointF point)
    {
        if (!isValue(point)) {
            gaps_.append(at);
            return;
        }
        if (!low_ || point.y() < low_->second.y()) {
            low_ = { at, point };
        }
        if (!high_ || point.y() > high_->second.y()) {
            high_ = { at, point };
        }
    }

    void flush()
    {
        std::optional<Entry> first = low_;
        std::optional<Entry> second = high_;
        if (first && first->first > second->first) {
            std::swap(first, second);
        }
        const auto end = std::numeric_limits<qsizetype>::max();
        breakBetween(-1, first ? first->first : end);
        if (first) {
            out_.append(first->second);
            breakBetween(first->first, second->first);
            if (second->first != first->first) {
                out_.append(second->second);
            }
            breakBetween(second->first, end);
        }
        low_.reset();
        high_.reset();
        gaps_.clear();
    }

private:
    using Entry = std::pair<qsizetype, QPointF>;

    void breakBetween(qsizetype from, qsizetype to)
    {
        const bool has = std::any_of(
            gaps_.begin(), gaps_.end(), [=](qsizetype at) { return at > from && at < to; });
        if (has && (out_.isEmpty() || isValue(out_.last()))) {
            out_.append(kGap);
        }
    }

    QVector<QPointF>& out_;
    std::optional<Entry> low_;
    std::optional<Entry> high_;
    QVector<qsizetype> gaps_;
};

// Where a line has no value between two that it has.
QVector<Span> gapsOf(const QVector<QPointF>& line)
{
    QVector<Span> gaps;
    std::optional<double> lastX;
    bool broken = false;
    for (const QPointF& point : line) {
        if (!isValue(point)) {
            broken = true;
            continue;
        }
        if (broken && lastX && point.x() > *lastX) {
            gaps.append({ *lastX, point.x() });
        }
        lastX = point.x();
        broken = false;
    }
    return gaps;
}

QVector<Span> intersection(const QVector<Span>& a, const QVector<Span>& b)
{
    QVector<Span> both;
    for (qsizetype i = 0, j = 0; i < a.size() && j < b.size();) {
        const Span common { std::max(a[i].from, b[j].from), std::min(a[i].to, b[j].to) };
        if (common.from < common.to) {
            both.append(common);
        }
        ++(a[i].to < b[j].to ? i : j);
    }
    return both;
}

// Whether the points between two of a line lie within `tolerance` of the straight way.
bool isStraight(const QPolygonF& line, qsizetype from, qsizetype to, double tolerance)
{
    const QPointF way = line[to] - line[from];
    const double length = std::hypot(way.x(), way.y());
    for (qsizetype i = from + 1; i < to; ++i) {
        const QPointF off = line[i] - line[from];
        const double along = QPointF::dotProduct(off, way);
        const double beside = std::abs(off.x() * way.y() - off.y() * way.x());
        // Behind either end it is a turn, however close to the line.
        if (beside > tolerance * length || along < 0 || along > length * length) {
            return false;
        }
    }
    return true;
}

}  // namespace

QVector<QPointF> reduceToColumns(const QVector<QPointF>& points, Span window, int columns)
{
    const double width = window.to - window.from;
    if (columns <= 0 || !(width > 0)) {
        return {};
    }
    const QVector<QPointF> inside = withinWindow(points, window);
    if (inside.size() <= 2 * qsizetype { columns }) {
        return inside;
    }
    QVector<QPointF> out;
    out.reserve(2 * columns + 4);
    Column column(out);
    // A gap has no place of its own to rely on: it belongs to the column of the point before it.
    int current = -1;
    for (qsizetype i = 0; i < inside.size(); ++i) {
        if (isValue(inside[i])) {
            const double share = (inside[i].x() - window.from) / width;
            const int at = static_cast<int>(std::clamp(share * columns, 0.0, columns - 1.0));
            if (at != current) {
                column.flush();
                current = at;
            }
        }
        column.add(i, inside[i]);
    }
    column.flush();
    return out;
}

QPolygonF straightened(const QPolygonF& line, double tolerance)
{
    // How many points one straight stretch may swallow: bounds the work for each point.
    constexpr qsizetype kMost = 8;
    QPolygonF kept;
    qsizetype from = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (i == 0) {
            kept.append(line[0]);
            continue;
        }
        const bool last = i + 1 == line.size();
        if (last || i - from >= kMost || !isStraight(line, from, i + 1, tolerance)) {
            kept.append(line[i]);
            from = i;
        }
    }
    return kept;
}

QVector<Span> commonGaps(const QVector<QVector<QPointF>>& lines, double shortest)
{
    if (lines.isEmpty()) {
        return {};
    }
    QVector<Span> common = gapsOf(lines.first());
    for (qsizetype i = 1; i < lines.size() && !common.isEmpty(); ++i) {
        common = intersection(common, gapsOf(lines[i]));
    }
    common.removeIf([=](const Span& gap) { return gap.to - gap.from <= shortest; });
    return common;
}

QVector<double> spreadLabels(const QVector<double>& wanted, double spacing, Span range)
{
    const qsizetype count = wanted.size();
    QVector<qsizetype> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
        [&](qsizetype a, qsizetype b) { return wanted[a] < wanted[b]; });

    // Pool neighbours that are too close until every pool's mean place keeps its distance.
    struct Pool {
        double sum;
        qsizetype size;
        [[nodiscard]] double mean() const { return sum / static_cast<double>(size); }
    };
    QVector<Pool> pools;
    for (qsizetype i = 0; i < count; ++i) {
        pools.append({ wanted[order[i]] - spacing * static_cast<double>(i), 1 });
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.last().mean()) {
            const Pool last = pools.takeLast();
            pools.last() = { pools.last().sum + last.sum, pools.last().size + last.size };
        }
    }

    QVector<double> placed(count);
    qsizetype i = 0;
    for (const Pool& pool : pools) {
        for (qsizetype k = 0; k < pool.size; ++k, ++i) {
            const double below = spacing * static_cast<double>(count - 1 - i);
            const double above = spacing * static_cast<double>(i);
            const double place = std::min(pool.mean() + above, range.to - below);
            placed[order[i]] = std::max(place, range.from + above);
        }
    }
    return placed;
}

}  // namespace headroom::ui
