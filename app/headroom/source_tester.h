// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/http_exchange.h"
#include "ui/feed/source_choice.h"
#include "ui/feed/source_report.h"

#include <QObject>

#include <array>
#include <filesystem>
#include <functional>

namespace headroom {

/// Tries sources before they are used. What may hang (disks, networks) hangs elsewhere. Main
/// thread.
class SourceTester final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const ui::SourceReport&)>;

    /// `state` is where the workload would write.
    explicit SourceTester(std::filesystem::path state, QObject* parent = nullptr);

    /// Answers once, later than the call, unless a later test of the same kind overtook it. `peer`
    /// is whom to ask, for kinds with an address.
    void test(const ui::SourceChoice& choice, const ui::HttpPeer& peer, Done done);

private:
    using Work = std::function<ui::SourceReport()>;

    /// On a thread that is left behind if it never comes back.
    void testAside(ui::SourceKind kind, Work work, const Done& done);

    std::filesystem::path state_;
    std::array<quint64, ui::kSourceKinds> tests_ {};
    std::array<QObject*, ui::kSourceKinds> running_ {};  ///< children
};

}  // namespace headroom
