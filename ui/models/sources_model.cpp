// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sources_model.h"

#include "ui/feed/remote_url.h"
#include "ui/models/source_words.h"
#include "ui/text/text_style.h"

#include <QRegularExpression>

#include <algorithm>

namespace headroom::ui {

namespace {

/// The embedded kinds know before any test what they can measure.
constexpr std::array<bool, kMetricCount> kAll { true, true, true, true, true, true, true };
// The audit trail is the core's own.
constexpr std::array<bool, kMetricCount> kFolder { false, true, false, false, true, true, true };

/// libpq takes a password in a conninfo; it would stand in a file and on the screen.
bool holdsPassword(const QString& conninfo)
{
    static const QRegularExpression kInUrl(QStringLiteral("^[a-z]+://[^/@]*:[^/@]*@"));
    static const QRegularExpression kInWords(QStringLiteral("(^|[\\s?&])(ssl)?password\\s*="),
        QRegularExpression::CaseInsensitiveOption);
    return kInUrl.match(conninfo).hasMatch() || kInWords.match(conninfo).hasMatch();
}

}  // namespace

QString faultOf(const SourceChoice& choice)
{
    switch (choice.kind) {
    case SourceKind::Workload:
        return {};
    case SourceKind::Filesystem:
        return choice.place.isEmpty() ? SourcesModel::tr("choose a folder of artifacts")
            : !choice.place.startsWith(QLatin1Char('/'))
            ? SourcesModel::tr("a folder is given from the root on: /srv/depository")
            : QString();
    case SourceKind::Postgres:
        return choice.place.isEmpty() ? SourcesModel::tr("say which database: "
                                                         "postgresql://headroom@db:5432/depository")
            : holdsPassword(choice.place)
            ? SourcesModel::tr("leave the password out: PostgreSQL reads it from ~/.pgpass")
            : QString();
    case SourceKind::Service:
    case SourceKind::Fleet:
        break;
    }
    const auto url = checkedServiceUrl(choice.place);
    return url ? QString() : QString::fromStdString(url.error().text());
}

SourcesModel::SourcesModel(SourceDesk& desk, const Clock& clock, QObject* parent)
    : QObject(parent)
    , desk_(desk)
    , clock_(clock)
{
    for (std::size_t i = 0; i < states_.size(); ++i) {
        states_[i].choice.kind = static_cast<SourceKind>(i);
    }
    connect(&desk_, &SourceDesk::changed, this, &SourcesModel::takeDesk);
    connect(&textStyleWatch(), &TextStyleWatch::changed, this, &SourcesModel::changed);
    connect(&desk_, &SourceDesk::tested, this, &SourcesModel::takeReport);
    connect(&desk_, &SourceDesk::used, this, &SourcesModel::takeUse);
    if (const auto inUse = desk_.inUse()) {
        at(inUse->kind).choice = *inUse;
    }
    takeDesk();
}

void SourcesModel::takeDesk()
{
    for (auto& state : states_) {
        check(state);
    }
    Q_EMIT changed();
}

void SourcesModel::check(State& state)
{
    const auto inUse = desk_.inUse();
    state.isInUse = inUse && inUse->kind == state.choice.kind && inUse->place == state.choice.place
        && inUse->caFile == state.choice.caFile;
    state.wrong = faultOf(state.choice);
    state.whyNot = desk_.whyNotUsable(state.choice.kind);
    const bool hasFailed = state.report && !state.report->isGood;
    const bool hasNewToken = !tokenOf(state.choice.kind).isEmpty();
    state.canUse = (!state.isInUse || hasNewToken) && !state.isTesting && !state.isSwitching
        && state.wrong.isEmpty() && state.whyNot.isEmpty() && !hasFailed;
}

void SourcesModel::take(SourceKind kind, const SourceChoice& choice)
{
    auto& state = at(kind);
    if (state.choice == choice) {
        return;
    }
    state.choice = choice;
    state.report.reset();
    state.isTesting = false;
    if (useAfterTest_ == kind) {
        useAfterTest_.reset();
    }
    check(state);
    Q_EMIT changed();
}

void SourcesModel::setPlace(SourceKind kind, const QString& place)
{
    auto choice = state(kind).choice;
    choice.place = place.trimmed();
    // An address that differs by its spelling alone is the same service.
    if (kind == SourceKind::Service || kind == SourceKind::Fleet) {
        if (const auto url = checkedServiceUrl(choice.place)) {
            choice.place = url->toString(QUrl::FullyEncoded);
        }
    }
    take(kind, choice);
}

void SourcesModel::setCaFile(SourceKind kind, const QString& file)
{
    auto choice = state(kind).choice;
    choice.caFile = file.trimmed();
    take(kind, choice);
}

void SourcesModel::setToken(SourceKind kind, const QString& token)
{
    if (tokenOf(kind) == token) {
        return;
    }
    tokenOf(kind) = token;
    auto& state = at(kind);
    state.report.reset();
    state.isTesting = false;
    check(state);
    Q_EMIT changed();
}

SourceDesk::Token SourcesModel::tokenFor(SourceKind kind) const
{
    const auto& token = tokens_[static_cast<std::size_t>(kind)];
    return token.isEmpty() ? std::nullopt : SourceDesk::Token(token.trimmed().toUtf8());
}

void SourcesModel::test(SourceKind kind)
{
    auto& state = at(kind);
    if (!state.wrong.isEmpty()) {
        state.report = failedReport(tr("nothing to ask yet"), state.wrong, {}, clock_.systemNow());
        check(state);
        Q_EMIT changed();
        return;
    }
    state.isTesting = true;
    state.report.reset();
    check(state);
    Q_EMIT changed();
    desk_.test(state.choice, tokenFor(kind));
}

void SourcesModel::use(SourceKind kind)
{
    auto& state = at(kind);
    if (!state.canUse) {
        return;
    }
    refusal_.clear();
    if (!state.report) {
        useAfterTest_ = kind;
        test(kind);
        return;
    }
    state.isSwitching = true;
    check(state);
    Q_EMIT changed();
    desk_.use(state.choice, tokenFor(kind));
}

void SourcesModel::takeReport(const SourceChoice& choice, const SourceReport& report)
{
    auto& state = at(choice.kind);
    if (!state.isTesting || !(choice == state.choice)) {
        return;
    }
    state.isTesting = false;
    state.report = report;
    check(state);
    const bool isWanted = useAfterTest_ == choice.kind;
    if (isWanted) {
        useAfterTest_.reset();
    }
    Q_EMIT changed();
    if (isWanted && report.isGood) {
        use(choice.kind);
    }
}

void SourcesModel::takeUse(const SourceChoice& choice, const QString& error)
{
    at(choice.kind).isSwitching = false;
    refusal_ = error;
    if (error.isEmpty()) {
        tokenOf(choice.kind).clear();  // it is kept elsewhere now
    }
    takeDesk();
}

std::optional<std::array<bool, kMetricCount>> SourcesModel::covers(SourceKind kind) const
{
    const auto& report = state(kind).report;
    if (report && report->covers) {
        return report->covers;
    }
    if (kind == SourceKind::Workload) {
        return kAll;
    }
    return kind == SourceKind::Filesystem ? std::optional(kFolder) : std::nullopt;
}

QString SourcesModel::coverTitle(SourceKind kind) const
{
    const auto known = covers(kind);
    if (!known) {
        return tr("Covers: not known until a test succeeds");
    }
    const auto count = std::count(known->begin(), known->end(), true);
    return tr("Covers %1 of %2 limits").arg(count).arg(kMetricCount);
}

SourcesModel::Cover SourcesModel::cover(SourceKind kind, Metric metric) const
{
    const auto known = covers(kind);
    return !known ? Cover::Unknown : (*known)[indexOf(metric)] ? Cover::Yes : Cover::No;
}

}  // namespace headroom::ui
