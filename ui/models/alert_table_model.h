// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "ui/models/alert_table_row.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace headroom::ui {

/// The alerts as a table: a section with those that are open, worst first, and one with those that
/// are over, newest first. Rows of the past are put into words when somebody looks at them; what
/// changes by the second are the open ones. Main thread.
class AlertTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { RowKind = Qt::UserRole, AlertId };

    /// `log`, `feed` and `clock` outlive the model.
    AlertTableModel(AlertLog& log, Feed& feed, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    void setFilter(const AlertFilter& filter);
    [[nodiscard]] const AlertFilter& filter() const { return filter_; }
    [[nodiscard]] const AlertCounts& counts() const { return counts_; }
    [[nodiscard]] const AlertTableRow& row(int row) const;
    [[nodiscard]] AlertTableRow::Kind kindOf(int row) const
    {
        return rows_[static_cast<std::size_t>(row)].kind;
    }
    /// -1: it is not among the rows.
    [[nodiscard]] int rowOf(const QString& id) const;
    [[nodiscard]] QString raisedText(const AlertTableRow& row) const;
    /// Open alerts and lives behind the rows that are shown, folded ones one by one.
    [[nodiscard]] std::vector<const AlertView*> openShown() const;
    [[nodiscard]] const std::vector<AlertLog::Life>& pastShown() const { return pastShown_; }

    /// Time has passed: durations and deadlines of open alerts.
    void tick();

Q_SIGNALS:
    void countsChanged();

private:
    /// A row: in words, or the lives that it will be put into words from.
    struct Row {
        AlertTableRow::Kind kind = AlertTableRow::Kind::Past;
        AlertLog::Life life;  ///< the newest of `count` equal ones; null where there are words
        int count = 1;
        mutable AlertRowPtr words;
    };

    void rebuild();
    void rebuildPast();
    void refresh();
    void show(std::vector<Row> rows);
    [[nodiscard]] static bool isSameAlert(const Row& a, const Row& b);
    [[nodiscard]] static bool looksSame(const Row& a, const Row& b);
    [[nodiscard]] bool passes(Level level, AlertType type, bool isAcknowledged) const;
    [[nodiscard]] static Row sectionRow(
        const QString& id, const QString& title, const QString& detail, const QString& side);
    [[nodiscard]] QString pastDetail() const;

    AlertLog& log_;
    Feed& feed_;
    const Clock& clock_;
    AlertFilter filter_;
    AlertCounts counts_;
    AlertCounts pastCounts_;
    AlertBoardPtr board_;
    std::vector<Row> rows_;
    std::vector<Row> pastRows_;
    std::vector<AlertLog::Life> pastShown_;
    QHash<const AlertLife*, QString> searchTexts_;
    std::chrono::year_month_day today_ {};
};

}  // namespace headroom::ui
