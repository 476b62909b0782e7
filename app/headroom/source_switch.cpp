// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/source_switch.h"

#include "app/headroom/service_connection.h"
#include "ui/feed/remote_url.h"
#include "ui/models/source_words.h"

#include <QPointer>

#include <cstdio>
#include <utility>

namespace headroom {

namespace {

using ui::SourceChoice;
using ui::SourceKind;

/// A token belongs to one origin, and is kept under its name.
QString originOf(const QString& address)
{
    const auto url = ui::checkedServiceUrl(address);
    return url ? ui::originOf(*url) : QString();
}

bool hasAddress(SourceKind kind)
{
    return kind == SourceKind::Service || kind == SourceKind::Fleet;
}

/// What a start before this one leaves behind, whichever version it was of.
bool hasOtherState(const std::filesystem::path& state)
{
    std::error_code failed;
    return std::filesystem::exists(state / "window.ini", failed)
        || std::filesystem::exists(state / "workload", failed);
}

QString text(const Error& error) { return QString::fromStdString(error.text()); }

}  // namespace

SourceSwitch::SourceSwitch(CoreSurroundings around, const WorkloadSettings& workload,
    std::unique_ptr<TokenKeeper> tokens, std::optional<GivenSource> given)
    : around_(std::move(around))
    , workload_(workload)
    , tokens_(std::move(tokens))
    , given_(std::move(given))
    , tester_(around_.state)
    , feed_(given_ && given_->choice.kind == SourceKind::Service
              ? ui::originOf(given_->peer.url).section(QStringLiteral("//"), 1)
              : tr("embedded"))
{
    auto read = readSources(around_.state);
    if (read) {
        remembered_ = std::move(*read);
        tokens_->setPlaces(remembered_.tokens);
    } else if (read.error().code == ErrorCode::NotFound) {
        isFirstTime_ = !given_ && !hasOtherState(around_.state);
    } else {
        damage_ = text(read.error());
        std::fprintf(stderr, "headroom: %s\n", qPrintable(damage_));
    }
    // Known before it runs: pages are made earlier than that.
    inUse_ = given_ ? given_->choice : remembered_.choice;
}

SourceSwitch::~SourceSwitch()
{
    feed_.setInner(nullptr);
    running_.reset();
}

Result<void> SourceSwitch::start(bool isWaiting)
{
    if (given_) {
        return run(given_->choice, given_->peer);
    }
    if (isFirstTime_ && isWaiting) {
        return {};
    }
    if (remembered_.choice) {
        startRemembered();
        return {};
    }
    if (!damage_.isEmpty()) {
        otherSource_ = QStringLiteral("%1; this is the local workload").arg(damage_);
    }
    return run({}, {});
}

void SourceSwitch::startRemembered()
{
    const auto choice = *remembered_.choice;
    inUse_ = choice;
    withPeer(choice, std::nullopt, [this, choice](const Result<ui::HttpPeer>& peer) {
        if (isOnce_) {
            return;  // a person was faster
        }
        // Another version may have remembered what this one cannot show.
        const auto why = whyNotUsable(choice.kind);
        const auto started = !why.isEmpty()
            ? Result<void>(Error { ErrorCode::Unsupported, why.toStdString(), {} })
            : peer ? run(choice, *peer)
                   : Result<void>(peer.error());
        if (started) {
            return;
        }
        otherSource_ = QStringLiteral("%1 cannot be shown: %2; this is the local workload")
                           .arg(ui::nameOf(choice), text(started.error()));
        std::fprintf(stderr, "headroom: %s\n", qPrintable(otherSource_));
        inUse_.reset();
        if (const auto local = run({}, {}); !local) {
            otherSource_ = text(local.error());
        }
        Q_EMIT changed();
    });
}

void SourceSwitch::withPeer(const SourceChoice& choice, const Token& token, WithPeer then)
{
    if (!hasAddress(choice.kind)) {
        then(ui::HttpPeer {});
        return;
    }
    const auto origin = originOf(choice.place);
    const bool isGiven = given_ && given_->choice.kind == SourceKind::Service
        && !given_->peer.token.isEmpty() && ui::originOf(given_->peer.url) == origin;
    if (token || isGiven || !tokens_->has(origin)) {
        then(peerOf(choice, token ? *token : isGiven ? given_->peer.token : QByteArray()));
        return;
    }
    tokens_->read(origin,
        [this, self = QPointer<SourceSwitch>(this), choice, then = std::move(then)](
            const Result<QByteArray>& kept) {
            if (!self) {
                return;
            }
            if (!kept) {
                problem_ = QStringLiteral("The token that was kept cannot be read: %1")
                               .arg(text(kept.error()));
            }
            then(peerOf(choice, kept ? *kept : QByteArray()));
        });
}

Result<void> SourceSwitch::runNew(const SourceChoice& choice, const ui::HttpPeer& peer)
{
    auto next = makeRunningSource(choice, around_, workload_, peer);
    if (auto started = next->start(); !started) {
        return started;
    }
    running_ = std::move(next);
    inUse_ = choice;
    peer_ = peer;
    feed_.setInner(&running_->feed());
    if (choice.kind == SourceKind::Fleet) {
        Q_EMIT fleetNamed(choice, peer);
    }
    return {};
}

Result<void> SourceSwitch::run(const SourceChoice& choice, const ui::HttpPeer& peer)
{
    const auto before = running_ ? inUse_ : std::nullopt;
    const auto peerBefore = peer_;
    // First the old one ends: two cores cannot write the same records.
    feed_.setInner(nullptr);
    running_.reset();
    auto started = runNew(choice, peer);
    if (!started && before) {
        if (const auto again = runNew(*before, peerBefore); !again) {
            otherSource_ = QStringLiteral("%1 could not be started again: %2")
                               .arg(ui::nameOf(*before), text(again.error()));
        }
    }
    Q_EMIT changed();
    return started;
}

QString SourceSwitch::whyNotUsable(SourceKind) const { return {}; }

QString SourceSwitch::notice() const
{
    QStringList words;
    if (!otherSource_.isEmpty()) {
        words << otherSource_;
    }
    if (!problem_.isEmpty()) {
        words << problem_;
    }
    if (given_ && isOnce_) {
        words << tr("The command line names a source, which wins at the next start.");
    }
    return words.join(QStringLiteral(". "));
}

QString SourceSwitch::tokenPlace(const QString& address) const
{
    return tokens_->placeText(originOf(address));
}

bool SourceSwitch::hasToken(const QString& address) const
{
    const auto origin = originOf(address);
    return !origin.isEmpty() && tokens_->has(origin);
}

void SourceSwitch::forgetToken(const QString& address)
{
    tokens_->forget(originOf(address), [self = QPointer<SourceSwitch>(this)](const auto& removed) {
        if (self) {
            self->problem_ = removed
                ? QString()
                : QStringLiteral("The token is not forgotten: %1").arg(text(removed.error()));
            self->save(self->remembered_.choice);
            Q_EMIT self->changed();
        }
    });
}

void SourceSwitch::test(const SourceChoice& choice, const Token& token)
{
    withPeer(choice, token, [this, choice](const Result<ui::HttpPeer>& peer) {
        if (!peer) {
            Q_EMIT tested(choice,
                ui::failedReport(QStringLiteral("nothing was asked"), text(peer.error()),
                    QStringLiteral("correct it, then test again."), around_.clock.systemNow()));
            return;
        }
        tester_.test(choice, *peer,
            [this, choice](const ui::SourceReport& report) { Q_EMIT tested(choice, report); });
    });
}

void SourceSwitch::use(const SourceChoice& choice, const Token& token)
{
    if (const auto why = whyNotUsable(choice.kind); !why.isEmpty()) {
        Q_EMIT used(choice, why);
        return;
    }
    withPeer(choice, token, [this, choice, token](const Result<ui::HttpPeer>& peer) {
        isOnce_ = true;
        const auto running = peer ? run(choice, *peer) : Result<void>(peer.error());
        if (!running) {
            Q_EMIT used(choice, text(running.error()));
            return;
        }
        otherSource_.clear();
        isFirstTime_ = false;
        remember(choice, token);
        Q_EMIT changed();
        Q_EMIT used(choice, {});
    });
}

void SourceSwitch::open(const SourceChoice& choice)
{
    withPeer(choice, std::nullopt, [this, choice](const Result<ui::HttpPeer>& peer) {
        isOnce_ = true;
        const auto running = peer ? run(choice, *peer) : Result<void>(peer.error());
        if (!running) {
            problem_ = QStringLiteral("%1 cannot be shown: %2")
                           .arg(ui::nameOf(choice), text(running.error()));
            Q_EMIT changed();
        }
    });
}

void SourceSwitch::remember(const SourceChoice& choice, const Token& token)
{
    problem_.clear();
    save(choice);
    if (!token || token->isEmpty()) {
        return;
    }
    tokens_->keep(originOf(choice.place), *token,
        [self = QPointer<SourceSwitch>(this)](const Result<void>& kept) {
            if (!self) {
                return;
            }
            if (kept) {
                self->save(self->remembered_.choice);
            } else {
                self->problem_ = QStringLiteral("The token is not kept for the next start: %1")
                                     .arg(text(kept.error()));
            }
            Q_EMIT self->changed();
        });
}

void SourceSwitch::save(const std::optional<SourceChoice>& choice)
{
    remembered_.choice = choice;
    remembered_.tokens = tokens_->places();
    if (const auto written = writeSources(around_.state, remembered_); !written) {
        problem_ = QStringLiteral("It is not remembered for the next start: %1")
                       .arg(text(written.error()));
    }
}

}  // namespace headroom
