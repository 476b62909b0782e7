// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headroom/running_source.h"
#include "app/headroom/source_file.h"
#include "app/headroom/source_tester.h"
#include "app/headroom/token_keeper.h"
#include "ui/feed/source_desk.h"
#include "ui/feed/switch_feed.h"

#include <memory>
#include <optional>

namespace headroom {

/// What the command line says of the source; it wins over what was remembered.
struct GivenSource {
    ui::SourceChoice choice;
    ui::HttpPeer peer;  ///< with its token, for a service
};

/// Exchanges the source behind a window that stays open, and remembers it for the next start. One
/// runs at a time. Main thread.
class SourceSwitch final : public ui::SourceDesk {
    Q_OBJECT
public:
    SourceSwitch(CoreSurroundings around, const WorkloadSettings& workload,
        std::unique_ptr<TokenKeeper> tokens, std::optional<GivenSource> given);
    ~SourceSwitch() override;

    /// For the window; nothing stands behind it until start().
    [[nodiscard]] ui::SwitchFeed& feed() { return feed_; }
    /// Nothing was given nor remembered: whoever is there is here for the first time.
    [[nodiscard]] bool isFirstTime() const { return isFirstTime_; }
    /// Shows what was given, or remembered, or the local workload. With `isWaiting` nothing runs
    /// on the first time until somebody chooses.
    Result<void> start(bool isWaiting = false);
    /// Shows one without testing and remembering it: the next of a list that a person goes through.
    void open(const ui::SourceChoice& choice);
    /// Why what is shown is another source than a person chose; empty: it is that one.
    [[nodiscard]] const QString& otherSource() const { return otherSource_; }

    /// The choice with which the window begins is a fleet; only before start().
    [[nodiscard]] bool isFleet() const { return inUse_ && inUse_->kind == ui::SourceKind::Fleet; }

    [[nodiscard]] std::optional<ui::SourceChoice> inUse() const override { return inUse_; }
    [[nodiscard]] QString whyNotUsable(ui::SourceKind kind) const override;
    [[nodiscard]] QString notice() const override;
    [[nodiscard]] QString tokenPlace(const QString& address) const override;
    [[nodiscard]] bool hasToken(const QString& address) const override;
    void forgetToken(const QString& address) override;
    void test(const ui::SourceChoice& choice, const Token& token) override;
    void use(const ui::SourceChoice& choice, const Token& token) override;

Q_SIGNALS:
    /// A fleet is in use now: whom to ask. Behind its list the local workload runs at rest.
    void fleetNamed(const headroom::ui::SourceChoice& choice, const headroom::ui::HttpPeer& server);

private:
    using WithPeer = std::function<void(const Result<ui::HttpPeer>&)>;

    void withPeer(const ui::SourceChoice& choice, const Token& token, WithPeer then);
    /// Exchanges what runs; on failure the one before runs again.
    Result<void> run(const ui::SourceChoice& choice, const ui::HttpPeer& peer);
    Result<void> runNew(const ui::SourceChoice& choice, const ui::HttpPeer& peer);
    void startRemembered();
    void remember(const ui::SourceChoice& choice, const Token& token);
    void save(const std::optional<ui::SourceChoice>& choice);

    CoreSurroundings around_;
    WorkloadSettings workload_;
    std::unique_ptr<TokenKeeper> tokens_;
    std::optional<GivenSource> given_;
    SourceTester tester_;
    RememberedSources remembered_;
    QString damage_;  ///< of the file, at the start
    QString problem_;  ///< with remembering
    QString otherSource_;
    bool isFirstTime_ = false;
    bool isOnce_ = false;  ///< somebody has chosen in this run
    std::optional<ui::SourceChoice> inUse_;
    ui::HttpPeer peer_;  ///< of the one in use
    ui::SwitchFeed feed_;
    std::unique_ptr<RunningSource> running_;
};

}  // namespace headroom
