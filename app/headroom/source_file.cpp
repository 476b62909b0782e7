// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/source_file.h"

#include "app/config/owned_file.h"
#include "app/headroom/put_aside.h"
#include "ui/models/sources_model.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>

namespace headroom {

namespace {

constexpr int kVersion = 1;
constexpr std::array kKinds { "workload", "filesystem", "postgres", "service", "fleet" };
const QString kKind = QStringLiteral("kind");
const QString kPlace = QStringLiteral("place");
const QString kCaFile = QStringLiteral("ca_file");
const QString kAtRest = QStringLiteral("at_rest");

std::optional<ui::SourceChoice> choiceFrom(const QJsonObject& object)
{
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        if (object.value(kKind).toString() == QLatin1String(kKinds[i])) {
            ui::SourceChoice choice { static_cast<ui::SourceKind>(i),
                object.value(kPlace).toString(), object.value(kCaFile).toString(),
                object.value(kAtRest).toBool() };
            // What a person could not have chosen was not written by us.
            return ui::faultOf(choice).isEmpty() ? std::optional(choice) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<RememberedSources> rememberedFrom(const std::string& text)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    const auto object = document.object();
    if (object.value(QStringLiteral("version")).toInt() != kVersion) {
        return std::nullopt;
    }
    RememberedSources remembered;
    const auto source = object.value(QStringLiteral("source"));
    if (!source.isNull() && !source.isUndefined()) {
        remembered.choice = choiceFrom(source.toObject());
        if (!remembered.choice) {
            return std::nullopt;
        }
    }
    const auto tokens = object.value(QStringLiteral("tokens")).toObject();
    for (auto it = tokens.begin(); it != tokens.end(); ++it) {
        remembered.tokens.insert(it.key(), it.value().toString());
    }
    return remembered;
}

}  // namespace

Result<RememberedSources> readSources(const std::filesystem::path& stateDirectory)
{
    const auto file = stateDirectory / kSourcesFile;
    const auto text = app::readOwnedFile(
        file, { app::Readers::Everybody, false, 64UL * 1024, "choose what is shown" });
    if (!text) {
        return text.error().code == ErrorCode::NotFound
            ? text.error()
            : putAside(file, "cannot be used: it " + text.error().message);
    }
    auto remembered = rememberedFrom(*text);
    if (!remembered) {
        return putAside(file, "is damaged");
    }
    return std::move(*remembered);
}

Result<void> writeSources(
    const std::filesystem::path& stateDirectory, const RememberedSources& remembered)
{
    QJsonObject object { { QStringLiteral("version"), kVersion } };
    if (const auto& choice = remembered.choice) {
        object.insert(QStringLiteral("source"),
            QJsonObject { { kKind, QLatin1String(kKinds[static_cast<std::size_t>(choice->kind)]) },
                { kPlace, choice->place }, { kCaFile, choice->caFile },
                { kAtRest, choice->isAtRest } });
    }
    QJsonObject tokens;
    for (auto it = remembered.tokens.begin(); it != remembered.tokens.end(); ++it) {
        tokens.insert(it.key(), it.value());
    }
    object.insert(QStringLiteral("tokens"), tokens);
    QSaveFile file(QString::fromStdString((stateDirectory / kSourcesFile).string()));
    const auto bytes = QJsonDocument(object).toJson();
    if (file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit()) {
        return {};
    }
    return Error { ErrorCode::Io,
        "cannot write " + file.fileName().toStdString() + ": " + file.errorString().toStdString(),
        {} };
}

}  // namespace headroom
