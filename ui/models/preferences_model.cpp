// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/preferences_model.h"

#include <utility>

namespace headroom::ui {

namespace {

/// Calls `with` for each preference that the command line may set: where it is, where what was
/// given is, and the option.
template <typename With>
void forEachGiven(With with)
{
    using P = Preferences;
    using G = GivenPreferences;
    with(&P::theme, &G::theme, "--theme");
    with(&P::language, &G::language, "--language");
    with(&P::mayRedSound, &G::mayRedSound, "--sound");
    with(&P::wallPages, &G::wallPages, "--rotate");
    with(&P::wallTurn, &G::wallTurn, "--rotate-every");
    with(&P::pixelShift, &G::pixelShift, "--pixel-shift");
    with(&P::wallScreen, &G::wallScreen, "--screen");
}

QChar decimalSign(DecimalChoice choice, const QString& language)
{
    const bool isComma = choice == DecimalChoice::Comma
        || (choice == DecimalChoice::ByLanguage && language == QLatin1String("de"));
    return isComma ? QLatin1Char(',') : QLatin1Char('.');
}

}  // namespace

void SoundDesk::setState(const State& state)
{
    if (!(state_ == state)) {
        state_ = state;
        Q_EMIT changed();
    }
}

PreferencesModel::PreferencesModel(
    PreferencesDocument document, GivenPreferences given, Keep keep, QObject* parent)
    : QObject(parent)
    , document_(std::move(document))
    , given_(std::move(given))
    , keep_(std::move(keep))
{
    if (!document_.problems().isEmpty()) {
        notice_ = tr("Not understood in the preferences, so the usual holds instead: %1")
                      .arg(document_.problems().join(QStringLiteral(", ")));
    }
    apply();
}

void PreferencesModel::apply()
{
    inForce_ = document_.value();
    forEachGiven([this](auto ours, auto given, const char*) {
        inForce_.*ours = (given_.*given).value_or(inForce_.*ours);
    });
    TextStyle style;
    style.sizes = inForce_.sizes;
    style.decimalSign = decimalSign(inForce_.decimal, spoken_);
    if (!inForce_.zone.isEmpty()) {
        style.zone = QTimeZone(inForce_.zone);
    }
    setTextStyle(style);
}

void PreferencesModel::set(const Preferences& wanted)
{
    if (wanted == inForce_) {
        return;
    }
    // What holds for this run only is not kept along with what was chosen.
    Preferences toKeep = wanted;
    forEachGiven([&](auto ours, auto given, const char*) {
        if (!(given_.*given)) {
            return;
        }
        if (wanted.*ours == inForce_.*ours) {
            toKeep.*ours = kept().*ours;
        } else {
            (given_.*given).reset();
        }
    });
    document_.setValue(toKeep);
    apply();
    notice_.clear();
    if (const QString error = keep_ ? keep_(document_.text()) : QString(); !error.isEmpty()) {
        notice_ = tr("In force, but not kept for the next start: %1").arg(error);
    }
    Q_EMIT changed();
}

QStringList PreferencesModel::givenOptions() const
{
    QStringList options;
    forEachGiven([&](auto, auto given, const char* option) {
        if (given_.*given) {
            options << QString::fromLatin1(option);
        }
    });
    return options;
}

void PreferencesModel::setLanguages(const QMap<QString, QString>& names, const QString& spoken)
{
    languages_ = names;
    spoken_ = spoken;
    apply();
}

void PreferencesModel::setNotice(const QString& notice)
{
    if (notice_ != notice) {
        notice_ = notice;
        Q_EMIT changed();
    }
}

}  // namespace headroom::ui
