// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/source_desk.h"

#include <vector>

namespace headroom::ui {

/// A desk that a test answers for.
class FakeDesk final : public SourceDesk {
public:
    using SourceDesk::SourceDesk;

    [[nodiscard]] std::optional<SourceChoice> inUse() const override { return current; }
    [[nodiscard]] QString whyNotUsable(SourceKind kind) const override
    {
        return kind == SourceKind::Fleet ? QStringLiteral("not in this build") : QString();
    }
    [[nodiscard]] QString notice() const override { return {}; }
    [[nodiscard]] QString tokenPlace(const QString&) const override { return {}; }
    [[nodiscard]] bool hasToken(const QString&) const override { return false; }
    void forgetToken(const QString&) override { }
    void test(const SourceChoice& choice, const Token& token) override
    {
        tests.push_back(choice);
        lastToken = token;
    }
    void use(const SourceChoice& choice, const Token&) override { uses.push_back(choice); }

    void answer(const SourceChoice& choice, bool isGood)
    {
        SourceReport report;
        report.isGood = isGood;
        Q_EMIT tested(choice, report);
    }
    void take(const SourceChoice& choice, const QString& error)
    {
        if (error.isEmpty()) {
            current = choice;
        }
        Q_EMIT used(choice, error);
    }

    std::optional<SourceChoice> current = SourceChoice {};
    std::vector<SourceChoice> tests;
    std::vector<SourceChoice> uses;
    Token lastToken;
};

}  // namespace headroom::ui
