// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_store.h"
#include "monitor_core/history/detail/sqlite.h"
#include "monitor_core/history_query.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace headroom {

/// The alert book's rows and the alert history, in the file of the history: state, steps and outbox
/// change in one transaction. Every row carries its own hash. Storage thread; the connection
/// outlives it.
class AlertTable final : public AlertStore {
public:
    /// Makes the tables when they are not there.
    static Result<AlertTable> open(detail::Sqlite& db);

    Result<void> store(const AlertChanges& changes) override;
    Result<std::vector<StoredRow>> load() override;

    /// The newest `limit` steps of all alerts, newest last, and how many there are; damaged ones
    /// are left out.
    Result<AlertHistoryAnswer> newest(std::size_t limit);

private:
    explicit AlertTable(detail::Sqlite& db)
        : db_(&db)
    {
    }

    detail::Sqlite* db_;
};

}  // namespace headroom
