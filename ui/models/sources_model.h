// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "ui/feed/source_desk.h"

#include <QObject>
#include <QString>

#include <array>
#include <optional>

namespace headroom::ui {

/// What a person has filled in for each kind of source, what came of testing it, and whether it can
/// be used; all that the sources page decides. Main thread.
class SourcesModel final : public QObject {
    Q_OBJECT
public:
    /// How one kind stands.
    struct State {
        SourceChoice choice;  ///< as filled in
        bool isInUse = false;
        bool isTesting = false;
        bool isSwitching = false;
        QString wrong;  ///< what is wrong with what was filled in; empty: nothing
        QString whyNot;  ///< why this build cannot use such a source; empty: it can
        bool canUse = false;  ///< the button is on
        /// Of what is filled in now; what was found of something else is dropped.
        std::optional<SourceReport> report;
    };

    /// Both outlive the model.
    SourcesModel(SourceDesk& desk, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] const State& state(SourceKind kind) const
    {
        return states_[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] SourceDesk& desk() { return desk_; }
    /// Why the last wish to use a source was not fulfilled; empty when it was.
    [[nodiscard]] const QString& refusal() const { return refusal_; }

    void setPlace(SourceKind kind, const QString& place);
    void setCaFile(SourceKind kind, const QString& file);
    /// Of a service or of a fleet's server; empty: the one that is kept.
    void setToken(SourceKind kind, const QString& token);

    void test(SourceKind kind);
    /// Tests first what was not tested yet; only what is found good is taken.
    void use(SourceKind kind);

    /// "Covers 3 of 7 limits", and what is to be known of each.
    enum class Cover { Unknown, Yes, No };
    [[nodiscard]] QString coverTitle(SourceKind kind) const;
    [[nodiscard]] Cover cover(SourceKind kind, Metric metric) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] State& at(SourceKind kind) { return states_[static_cast<std::size_t>(kind)]; }
    void takeDesk();
    void take(SourceKind kind, const SourceChoice& choice);
    void takeReport(const SourceChoice& choice, const SourceReport& report);
    void takeUse(const SourceChoice& choice, const QString& error);
    void check(State& state);
    [[nodiscard]] QString& tokenOf(SourceKind kind)
    {
        return tokens_[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] SourceDesk::Token tokenFor(SourceKind kind) const;
    [[nodiscard]] std::optional<std::array<bool, kMetricCount>> covers(SourceKind kind) const;

    SourceDesk& desk_;
    const Clock& clock_;
    std::array<State, kSourceKinds> states_;
    std::array<QString, kSourceKinds> tokens_;  ///< typed, and not kept yet
    std::optional<SourceKind> useAfterTest_;
    QString refusal_;
};

/// What is wrong with a choice that a person fills in; empty when it may be tested. Looks at the
/// words only, at no file and no network.
[[nodiscard]] QString faultOf(const SourceChoice& choice);

}  // namespace headroom::ui
