// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_table_model.h"

#include "ui/models/alert_words.h"
#include "ui/text/format.h"
#include "ui/text/text_style.h"

#include <algorithm>

namespace headroom::ui {

namespace {

/// Equal ones this close to each other are one row: a source that flaps must not push everything
/// else off the screen.
constexpr std::chrono::seconds kFoldWithin { 60 };

bool foldsInto(const AlertLife& newer, const AlertLife& older)
{
    return newer.type == older.type && newer.peak == older.peak
        && newer.acknowledgedBy == older.acknowledgedBy && newer.wasOverdue == older.wasOverdue
        && newer.raisedAt - older.raisedAt <= kFoldWithin;
}

/// "12 in the last 24 h".
QString countText(const QString& count, std::optional<std::chrono::hours> within)
{
    if (!within) {
        return AlertTableModel::tr("%1 in all that is kept").arg(count);
    }
    return AlertTableModel::tr("%1 in the last %2").arg(count, format::duration(*within));
}

}  // namespace

AlertTableModel::AlertTableModel(AlertLog& log, Feed& feed, const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , log_(log)
    , feed_(feed)
    , clock_(clock)
    , today_(format::localDay(clock.systemNow()))
{
    connect(&log_, &AlertLog::boardChanged, this, &AlertTableModel::refresh);
    connect(&log_, &AlertLog::pastChanged, this, &AlertTableModel::rebuild);
    connect(&textStyleWatch(), &TextStyleWatch::changed, this, [this] {
        today_ = {};  // every row has other words, as on another day
        tick();
    });
    rebuild();
}

int AlertTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int AlertTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kAlertColumns;
}

const AlertTableRow& AlertTableModel::row(int row) const
{
    const auto& found = rows_[static_cast<std::size_t>(row)];
    if (!found.words) {
        found.words = std::make_shared<const AlertTableRow>(
            pastAlertRow(*found.life, feed_.latest().get(), found.count));
    }
    return *found.words;
}

QString AlertTableModel::raisedText(const AlertTableRow& row) const
{
    return row.kind == AlertTableRow::Kind::Section ? QString() : momentText(row.raisedAt, today_);
}

QVariant AlertTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& shown = row(index.row());
    const auto column = static_cast<AlertColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column == AlertColumn::Raised ? raisedText(shown)
                                             : shown.text[static_cast<std::size_t>(index.column())];
    case Qt::AccessibleTextRole: {
        QStringList parts { shown.text[0] };
        if (column == AlertColumn::Level && shown.kind != AlertTableRow::Kind::Section) {
            parts << shown.text[1] << shown.text[2] << shown.text[6]
                  << (shown.canAcknowledge ? tr("waits for acknowledgement") : shown.text[7]);
            parts.removeAll(QString());
            return parts.join(QStringLiteral(", "));
        }
        return data(index, Qt::DisplayRole);
    }
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            (column == AlertColumn::Value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case RowKind:
        return static_cast<int>(shown.kind);
    case AlertId:
        return shown.id;
    default:
        return {};
    }
}

QVariant AlertTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr const char* kTitles[kAlertColumns]
        = { QT_TR_NOOP("Level"), QT_TR_NOOP("Metric"), QT_TR_NOOP("Value"), QT_TR_NOOP("Raised"),
              QT_TR_NOOP("Lasted"), QT_TR_NOOP("Escalates to"), QT_TR_NOOP("Deadline"),
              QT_TR_NOOP("Acknowledged"), QT_TR_NOOP("Cleared") };
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section < 0
        || section >= kAlertColumns) {
        return {};
    }
    return tr(kTitles[section]);
}

Qt::ItemFlags AlertTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    // Sections are not enabled: the arrow keys pass over them.
    return kindOf(index.row()) == AlertTableRow::Kind::Section
        ? Qt::ItemFlags(Qt::ItemNeverHasChildren)
        : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

int AlertTableModel::rowOf(const QString& id) const
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) {
        return row.life ? row.life->id == id
                        : row.kind == AlertTableRow::Kind::Open && row.words->id == id;
    });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

void AlertTableModel::setFilter(const AlertFilter& filter)
{
    if (!(filter_ == filter)) {
        filter_ = filter;
        rebuild();
    }
}

void AlertTableModel::tick()
{
    const auto today = format::localDay(clock_.systemNow());
    const bool isOtherDay = today != today_;
    today_ = today;
    if (isOtherDay) {
        rebuild();  // the days that the filter takes in, and what "Today" means
        if (!rows_.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kAlertColumns - 1));
        }
        return;
    }
    refresh();
}

bool AlertTableModel::passes(Level level, AlertType type, bool isAcknowledged) const
{
    const bool wantsAcknowledged = filter_.acknowledged == AlertFilter::Acknowledged::Yes;
    return (!filter_.type || *filter_.type == type) && level >= Level::Yellow
        && (filter_.acknowledged == AlertFilter::Acknowledged::Any
            || wantsAcknowledged == isAcknowledged);
}

void AlertTableModel::rebuildPast()
{
    const auto now = clock_.systemNow();
    pastRows_.clear();
    pastShown_.clear();
    pastCounts_ = {};
    // Texts of lives that are gone go with them.
    if (searchTexts_.size() > static_cast<qsizetype>(2 * log_.past().size() + 1000)) {
        searchTexts_.clear();
    }
    for (const auto& life : log_.past()) {
        if (!passes(life->peak, life->type, !life->acknowledgedBy.isEmpty())
            || (filter_.within && now - life->raisedAt > *filter_.within)) {
            continue;
        }
        if (!filter_.text.isEmpty()) {
            auto& text = searchTexts_[life.get()];
            text = text.isEmpty() ? searchTextOf(*life) : text;
            if (!matchesText(text, filter_.text)) {
                continue;
            }
        }
        ++pastCounts_.all;
        ++pastCounts_.byLevel[static_cast<std::size_t>(life->peak)];
        if (!filter_.level || *filter_.level == life->peak) {
            pastShown_.push_back(life);
        }
    }
    for (std::size_t i = 0; i < pastShown_.size();) {
        std::size_t end = i + 1;
        while (end < pastShown_.size() && foldsInto(*pastShown_[end - 1], *pastShown_[end])) {
            ++end;
        }
        pastRows_.push_back(
            { AlertTableRow::Kind::Past, pastShown_[i], static_cast<int>(end - i), nullptr });
        i = end;
    }
}

AlertTableModel::Row AlertTableModel::sectionRow(
    const QString& id, const QString& title, const QString& detail, const QString& side)
{
    AlertTableRow row;
    row.kind = AlertTableRow::Kind::Section;
    row.id = id;
    row.text[0] = title;
    row.text[1] = detail;
    row.side = side;
    return { row.kind, nullptr, 1, std::make_shared<const AlertTableRow>(row) };
}

QString AlertTableModel::pastDetail() const
{
    if (!log_.problem().isEmpty()) {
        return log_.problem();
    }
    if (!log_.isHistoryKnown()) {
        return tr("reading what was stored");
    }
    QString text
        = countText(format::number(static_cast<double>(pastShown_.size()), 0), filter_.within);
    if (log_.damagedRows() > 0) {
        text = tr("%1 · %2 damaged rows left out").arg(text).arg(log_.damagedRows());
    }
    return log_.isCut() ? tr("%1 · older ones in the records only").arg(text) : text;
}

void AlertTableModel::rebuild()
{
    rebuildPast();
    refresh();
}

void AlertTableModel::refresh()
{
    board_ = log_.board();
    const auto snapshot = feed_.latest();
    const auto now = clock_.steadyNow();
    AlertCounts counts = pastCounts_;
    std::vector<Row> open;
    int waiting = 0;
    for (const auto* alert : openShown()) {
        open.push_back({ AlertTableRow::Kind::Open, nullptr, 1,
            std::make_shared<const AlertTableRow>(openAlertRow(*alert, snapshot.get(), now)) });
        waiting += open.back().words->canAcknowledge ? 1 : 0;
    }
    if (board_) {
        for (const auto& alert : board_->open) {
            const bool isCounted = passes(alert.level, alert.type, !alert.acknowledgedBy.empty())
                && (filter_.text.isEmpty() || matchesText(searchTextOf(alert), filter_.text));
            counts.all += isCounted ? 1 : 0;
            counts.byLevel[static_cast<std::size_t>(alert.level)] += isCounted ? 1 : 0;
        }
    }
    const QString side = waiting > 0 ? tr("%1 to acknowledge").arg(waiting) : QString();
    const QString active = !board_    ? tr("not known yet")
        : !log_.contact().isConnected ? tr("%1 as of %2, no contact since")
                                            .arg(open.size())
                                            .arg(format::localTime(log_.contact().sinceUtc))
        : open.empty() ? tr("none")
                       : tr("%1, worst first").arg(open.size());
    std::vector<Row> rows;
    rows.reserve(open.size() + pastRows_.size() + 2);
    rows.push_back(sectionRow(QStringLiteral("open"), tr("Active"), active, side));
    rows.insert(rows.end(), open.begin(), open.end());
    rows.push_back(sectionRow(QStringLiteral("past"), tr("History"), pastDetail(), {}));
    rows.insert(rows.end(), pastRows_.begin(), pastRows_.end());
    show(std::move(rows));
    if (!(counts == counts_)) {
        counts_ = counts;
        Q_EMIT countsChanged();
    }
}

std::vector<const AlertView*> AlertTableModel::openShown() const
{
    std::vector<const AlertView*> shown;
    const auto board = log_.board();
    if (!board) {
        return shown;
    }
    for (const auto& alert : board->open) {
        if (passes(alert.level, alert.type, !alert.acknowledgedBy.empty())
            && (!filter_.level || *filter_.level == alert.level)
            && (filter_.text.isEmpty() || matchesText(searchTextOf(alert), filter_.text))) {
            shown.push_back(&alert);
        }
    }
    return shown;
}

bool AlertTableModel::isSameAlert(const Row& a, const Row& b)
{
    if (a.kind != b.kind || (a.life == nullptr) != (b.life == nullptr)) {
        return false;
    }
    return a.life ? a.life == b.life || a.life->id == b.life->id : a.words->id == b.words->id;
}

bool AlertTableModel::looksSame(const Row& a, const Row& b)
{
    return a.life ? a.life == b.life && a.count == b.count : *a.words == *b.words;
}

void AlertTableModel::show(std::vector<Row> rows)
{
    // What is equal at both ends stays; a view keeps its place and its selection there.
    const auto least = std::min(rows.size(), rows_.size());
    std::size_t head = 0;
    while (head < least && isSameAlert(rows[head], rows_[head])) {
        ++head;
    }
    std::size_t tail = 0;
    while (tail < least - head
        && isSameAlert(rows[rows.size() - 1 - tail], rows_[rows_.size() - 1 - tail])) {
        ++tail;
    }
    const auto iter
        = [](auto& list, std::size_t at) { return list.begin() + static_cast<std::ptrdiff_t>(at); };
    if (const auto gone = rows_.size() - head - tail; gone > 0) {
        beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone) - 1);
        rows_.erase(iter(rows_, head), iter(rows_, head + gone));
        endRemoveRows();
    }
    if (const auto added = rows.size() - head - tail; added > 0) {
        beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + added) - 1);
        rows_.insert(iter(rows_, head), iter(rows, head), iter(rows, head + added));
        endInsertRows();
    }
    // Runs of rows that are the same alert in other words.
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i;
        while (end < rows.size() && !looksSame(rows[end], rows_[end])) {
            rows_[end] = rows[end];
            ++end;
        }
        if (end > i) {
            Q_EMIT dataChanged(
                index(static_cast<int>(i), 0), index(static_cast<int>(end) - 1, kAlertColumns - 1));
        }
        i = std::max(end, i + 1);
    }
}

}  // namespace headroom::ui
