// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/source_choice.h"
#include "ui/feed/source_report.h"

#include <QByteArray>
#include <QObject>

#include <optional>

namespace headroom::ui {

/// Where sources are tested, taken and remembered; the program behind the window is one. Nothing
/// blocks, answers come as signals. Main thread.
class SourceDesk : public QObject {
    Q_OBJECT
public:
    /// A token that somebody typed; none: the one that is kept for the address, if there is one.
    using Token = std::optional<QByteArray>;

    using QObject::QObject;

    /// What the window shows; empty before anything was chosen.
    [[nodiscard]] virtual std::optional<SourceChoice> inUse() const = 0;
    /// Why this build cannot show such a source; empty: it can.
    [[nodiscard]] virtual QString whyNotUsable(SourceKind kind) const = 0;
    /// What a person should know of how the source came to be the one in use: a damaged file, an
    /// option of the command line; empty: nothing.
    [[nodiscard]] virtual QString notice() const = 0;

    /// Where the token for this address is kept, or would be: "in the desktop's secret store".
    [[nodiscard]] virtual QString tokenPlace(const QString& address) const = 0;
    [[nodiscard]] virtual bool hasToken(const QString& address) const = 0;
    virtual void forgetToken(const QString& address) = 0;

    /// One test a kind: a new one ends the one before, which is then never answered.
    virtual void test(const SourceChoice& choice, const Token& token) = 0;
    /// Shows this source from now on, and after the next start.
    virtual void use(const SourceChoice& choice, const Token& token) = 0;

Q_SIGNALS:
    /// Any of the above may answer otherwise.
    void changed();
    void tested(const headroom::ui::SourceChoice& choice, const headroom::ui::SourceReport& report);
    /// `error` is empty when it is in use now; else the one before still is, and this says why.
    void used(const headroom::ui::SourceChoice& choice, const QString& error);
};

}  // namespace headroom::ui
