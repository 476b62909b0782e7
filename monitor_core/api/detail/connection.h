// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>

namespace headroom::api::detail {

/// What the sweep and the stop need to know of a connection. Network thread.
class Connection {
public:
    virtual ~Connection() = default;
    /// When it must have got on; each phase has one absolute deadline.
    [[nodiscard]] SteadyTime deadline() const noexcept { return deadline_; }
    /// The deadline has passed.
    virtual void onDeadline() = 0;
    /// The service stops: answer what has been asked, then close.
    virtual void finish() = 0;
    /// At once. The connection leaves its list, and may be gone on return.
    virtual void close() = 0;

protected:
    void setDeadline(SteadyTime deadline) noexcept { deadline_ = deadline; }

private:
    SteadyTime deadline_ = SteadyTime::max();
};

/// Owns the connections. One timer looks at all of them a few times a second: a timer of its own
/// for each would cost more than the requests do. Network thread.
class ConnectionList {
public:
    void add(std::shared_ptr<Connection> connection);
    void remove(Connection& connection);
    [[nodiscard]] bool isEmpty() const noexcept { return connections_.empty(); }

    void sweep(SteadyTime now);
    void finishAll();
    void closeAll();
    /// `call` is called once, when none is left: at once when there is none.
    void onEmpty(std::function<void()> call);

private:
    /// On a copy: what is called may remove any of them.
    template <typename Call>
    void forEach(Call call);

    std::unordered_map<Connection*, std::shared_ptr<Connection>> connections_;
    std::function<void()> onEmpty_;
};

}  // namespace headroom::api::detail
