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
/// are over, newest first. Rows of the past are made once; what changes by the second are the open
/// ones. Main thread.
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
    [[nodiscard]] const AlertTableRow& row(int row) const
    {
        return *rows_[static_cast<std::size_t>(row)];
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
    void rebuild();
    void rebuildPast();
    void refresh();
    void show(std::vector<AlertRowPtr> rows);
    [[nodiscard]] bool passes(Level level, AlertType type, bool isAcknowledged) const;
    [[nodiscard]] AlertRowPtr sectionRow(
        const QString& title, const QString& detail, const QString& side) const;
    [[nodiscard]] QString pastDetail() const;

    AlertLog& log_;
    Feed& feed_;
    const Clock& clock_;
    AlertFilter filter_;
    AlertCounts counts_;
    AlertCounts pastCounts_;
    AlertBoardPtr board_;
    std::vector<AlertRowPtr> rows_;
    std::vector<AlertRowPtr> pastRows_;
    std::vector<AlertLog::Life> pastShown_;
    QHash<const AlertLife*, QString> searchTexts_;
    std::chrono::year_month_day today_ {};
};

}  // namespace headroom::ui
