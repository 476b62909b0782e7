// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/preferences_file.h"

#include "app/config/owned_file.h"
#include "app/headroom/put_aside.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QSettings>

#include <algorithm>

namespace headroom {

namespace {

using std::filesystem::path;

Result<std::string> textOf(const path& file)
{
    return app::readOwnedFile(file,
        { app::Readers::Everybody, false, 64UL * 1024, "choose how RED sounds and what is shown" });
}

std::optional<ui::PreferencesDocument> documentIn(const path& file)
{
    const auto text = textOf(file);
    return text ? ui::PreferencesDocument::parse(QByteArray::fromStdString(*text)) : std::nullopt;
}

/// Before there were preferences, window.ini had what of them there was.
ui::PreferencesDocument ofOlderVersion(const path& file)
{
    ui::PreferencesDocument document;
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) {
        return document;
    }
    const QSettings settings(QString::fromStdString(file.string()), QSettings::IniFormat);
    const auto stored = [&](const char* key, const QVariant& otherwise) {
        return settings.value(QString::fromLatin1(key), otherwise);
    };
    ui::Preferences found;
    if (stored("window/theme", {}).toString() == QLatin1String("light")) {
        found.theme = ui::ThemeChoice::Light;
    }
    found.wallPages = stored("wall/rotate", QStringList()).toStringList();
    found.wallTurn = std::clamp(
        std::chrono::seconds(
            stored("wall/rotate_every_seconds", static_cast<int>(found.wallTurn.count())).toInt()),
        ui::Preferences::kShortestTurn, ui::Preferences::kLongestTurn);
    found.pixelShift = stored("wall/pixel_shift", true).toBool();
    found.wallScreen = stored("wall/screen", QString()).toString();
    found.mayRedSound = stored("sound/enabled", true).toBool();
    document.setValue(found);
    return document;
}

QString write(const path& file, const QByteArray& text)
{
    QSaveFile target(QString::fromStdString(file.string()));
    const bool isWritten = target.open(QIODevice::WriteOnly)
        && target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && target.write(text) == text.size() && target.commit();
    return isWritten ? QString()
                     : QCoreApplication::translate("headroom::preferences", "cannot write %1: %2")
                           .arg(target.fileName(), target.errorString());
}

}  // namespace

ReadPreferences readPreferences(const path& stateDirectory)
{
    const auto file = stateDirectory / kPreferencesFile;
    const auto text = textOf(file);
    if (!text && text.error().code == ErrorCode::NotFound) {
        return { ofOlderVersion(stateDirectory / "window.ini"), {} };
    }
    auto document
        = text ? ui::PreferencesDocument::parse(QByteArray::fromStdString(*text)) : std::nullopt;
    if (document) {
        return { *document, {} };
    }
    const auto damage
        = putAside(file, text ? "is damaged" : "cannot be used: it " + text.error().message);
    const QString what = QString::fromStdString(damage.message);
    if (auto good = documentIn(stateDirectory / kGoodPreferencesFile)) {
        return { *good,
            QCoreApplication::translate(
                "headroom::preferences", "%1. The preferences saved last are in force.")
                .arg(what) };
    }
    return { {},
        QCoreApplication::translate("headroom::preferences", "%1. The usual ones are in force.")
            .arg(what) };
}

QString writePreferences(const path& stateDirectory, const QByteArray& text)
{
    const QString error = write(stateDirectory / kPreferencesFile, text);
    return error.isEmpty() ? write(stateDirectory / kGoodPreferencesFile, text) : error;
}

}  // namespace headroom
