// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/preferences.h"

#include "ui/text/visible_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace headroom::ui {

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kLongestName = 200;
const QString kVersionKey = QStringLiteral("version");
const QString kMachine = QStringLiteral("machine");

constexpr std::array kThemes { "system", "dark", "light" };
constexpr std::array kSizes { "certified", "binary", "decimal" };
constexpr std::array kDecimals { "language", "point", "comma" };
constexpr std::array kTones { "falling", "rising", "steady" };
constexpr std::array kVolumes { "quiet", "normal", "loud" };

/// A value that is none of these stays what it was.
template <typename Enum, std::size_t N>
bool takeName(Enum& target, const QJsonValue& value, const std::array<const char*, N>& names)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (value.toString() == QLatin1String(names[i])) {
            target = static_cast<Enum>(i);
            return true;
        }
    }
    return false;
}

template <typename Enum, std::size_t N>
QJsonValue nameOf(Enum value, const std::array<const char*, N>& names)
{
    return QLatin1String(names[static_cast<std::size_t>(value)]);
}

bool takeText(QString& target, const QJsonValue& value)
{
    const QString text = value.toString();
    if (!value.isString() || text.size() > kLongestName) {
        return false;
    }
    target = text;
    return true;
}

bool takeSwitch(bool& target, const QJsonValue& value)
{
    target = value.toBool(target);
    return value.isBool();
}

bool takeZone(QByteArray& target, const QJsonValue& value)
{
    const auto id = value.toString().toUtf8();
    if (value.toString() != kMachine && (id.isEmpty() || !QTimeZone(id).isValid())) {
        return false;
    }
    target = value.toString() == kMachine ? QByteArray() : id;
    return true;
}

bool takeTurn(std::chrono::seconds& target, const QJsonValue& value)
{
    const std::chrono::seconds turn(value.toInt(0));
    if (turn < Preferences::kShortestTurn || turn > Preferences::kLongestTurn) {
        return false;
    }
    target = turn;
    return true;
}

bool takePages(QStringList& target, const QJsonValue& value)
{
    QStringList pages;
    const auto list = value.toArray();
    for (const auto& page : list) {
        pages << page.toString();
    }
    constexpr qsizetype kMost = 50;
    if (!value.isArray() || pages.contains(QString()) || pages.size() > kMost) {
        return false;
    }
    target = pages;
    return true;
}

/// One value of the file: how it is called, read and written.
struct Entry {
    const char* key;
    bool (*take)(Preferences& preferences, const QJsonValue& value);
    QJsonValue (*give)(const Preferences& preferences);
};

using P = Preferences;
using V = QJsonValue;

constexpr Entry kEntries[] {
    { "theme", [](P& p, const V& v) { return takeName(p.theme, v, kThemes); },
        [](const P& p) { return nameOf(p.theme, kThemes); } },
    { "language", [](P& p, const V& v) { return takeText(p.language, v); },
        [](const P& p) { return V(p.language); } },
    { "sizes", [](P& p, const V& v) { return takeName(p.sizes, v, kSizes); },
        [](const P& p) { return nameOf(p.sizes, kSizes); } },
    { "decimal_sign", [](P& p, const V& v) { return takeName(p.decimal, v, kDecimals); },
        [](const P& p) { return nameOf(p.decimal, kDecimals); } },
    { "time_zone", [](P& p, const V& v) { return takeZone(p.zone, v); },
        [](const P& p) { return V(p.zone.isEmpty() ? kMachine : QString::fromUtf8(p.zone)); } },
    { "red_tone", [](P& p, const V& v) { return takeName(p.redTone, v, kTones); },
        [](const P& p) { return nameOf(p.redTone, kTones); } },
    { "red_volume", [](P& p, const V& v) { return takeName(p.redVolume, v, kVolumes); },
        [](const P& p) { return nameOf(p.redVolume, kVolumes); } },
    { "red_sound", [](P& p, const V& v) { return takeSwitch(p.mayRedSound, v); },
        [](const P& p) { return V(p.mayRedSound); } },
    { "wall_pages", [](P& p, const V& v) { return takePages(p.wallPages, v); },
        [](const P& p) { return V(QJsonArray::fromStringList(p.wallPages)); } },
    { "wall_turn_seconds", [](P& p, const V& v) { return takeTurn(p.wallTurn, v); },
        [](const P& p) { return V(static_cast<int>(p.wallTurn.count())); } },
    { "wall_pixel_shift", [](P& p, const V& v) { return takeSwitch(p.pixelShift, v); },
        [](const P& p) { return V(p.pixelShift); } },
    { "wall_screen", [](P& p, const V& v) { return takeText(p.wallScreen, v); },
        [](const P& p) { return V(p.wallScreen); } },
};

}  // namespace

QVector<QByteArray> knownZones()
{
    QVector<QByteArray> zones { "UTC" };
    const auto all = QTimeZone::availableTimeZoneIds();
    for (const auto& id : all) {
        // "Europe/Berlin"; not "Etc/GMT+3", whose sign means the opposite, and no old aliases.
        const bool isPlace = id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("US/")
            && !id.startsWith("SystemV/") && !id.startsWith("posix/") && !id.startsWith("right/");
        if (isPlace) {
            zones.push_back(id);
        }
    }
    return zones;
}

std::optional<PreferencesDocument> PreferencesDocument::parse(const QByteArray& text)
{
    const auto json = QJsonDocument::fromJson(text);
    const int version = json.object().value(kVersionKey).toInt();
    if (!json.isObject() || version < 1) {
        return std::nullopt;
    }
    PreferencesDocument document;
    document.object_ = json.object();
    for (const auto& entry : kEntries) {
        const auto key = QString::fromLatin1(entry.key);
        const auto value = document.object_.value(key);
        if (!value.isUndefined() && !entry.take(document.value_, value)) {
            const QString said = value.isString()
                ? QLatin1Char('"') + visibleText(value.toString(), 40) + QLatin1Char('"')
                : tr("its value");
            document.problems_ << QStringLiteral("%1: %2").arg(key, said);
        }
    }
    return document;
}

void PreferencesDocument::setValue(const Preferences& value)
{
    for (const auto& entry : kEntries) {
        const auto wanted = entry.give(value);
        const auto key = QString::fromLatin1(entry.key);
        if (wanted != entry.give(value_) || !object_.contains(key)) {
            object_.insert(key, wanted);
        }
    }
    if (!object_.contains(kVersionKey)) {
        object_.insert(kVersionKey, kVersion);
    }
    value_ = value;
}

QByteArray PreferencesDocument::text() const { return QJsonDocument(object_).toJson(); }

}  // namespace headroom::ui
