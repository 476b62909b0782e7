// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/connection.h"

#include <utility>
#include <vector>

namespace headroom::api::detail {

void ConnectionList::add(std::shared_ptr<Connection> connection)
{
    Connection* const key = connection.get();
    connections_.emplace(key, std::move(connection));
}

void ConnectionList::remove(Connection& connection)
{
    const auto found = connections_.find(&connection);
    if (found == connections_.end()) {
        return;
    }
    // Out of the list before it may be destroyed.
    const auto last = std::move(found->second);
    connections_.erase(found);
    if (connections_.empty() && onEmpty_) {
        std::exchange(onEmpty_, {})();
    }
}

void ConnectionList::onEmpty(std::function<void()> call)
{
    if (connections_.empty()) {
        call();
    } else {
        onEmpty_ = std::move(call);
    }
}

template <typename Call>
void ConnectionList::forEach(Call call)
{
    std::vector<std::shared_ptr<Connection>> all;
    all.reserve(connections_.size());
    for (const auto& [key, connection] : connections_) {
        all.push_back(connection);
    }
    for (const auto& connection : all) {
        call(*connection);
    }
}

void ConnectionList::sweep(SteadyTime now)
{
    std::vector<std::shared_ptr<Connection>> late;
    for (const auto& [key, connection] : connections_) {
        if (connection->deadline() <= now) {
            late.push_back(connection);
        }
    }
    for (const auto& connection : late) {
        connection->onDeadline();
    }
}

void ConnectionList::finishAll()
{
    forEach([](Connection& connection) { connection.finish(); });
}

void ConnectionList::closeAll()
{
    forEach([](Connection& connection) { connection.close(); });
}

}  // namespace headroom::api::detail
