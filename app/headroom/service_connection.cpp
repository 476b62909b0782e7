// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/service_connection.h"

#include "app/config/owned_file.h"
#include "monitor_core/sources/headroom_v0_source.h"
#include "monitor_core/sources/http_fetcher.h"
#include "ui/feed/remote_url.h"

#include <QCryptographicHash>

#include <algorithm>

namespace headroom {

namespace {

bool isTokenCharacter(char c) { return c > ' ' && c < '\x7f'; }

Result<QByteArray> tokenFrom(const std::string& file)
{
    app::FileRules rules;
    rules.readers = app::Readers::Nobody;
    rules.longest = 4096;
    rules.danger = "act in your name";
    auto content = app::readOwnedFile(file, rules);
    if (!content) {
        return content.error();
    }
    while (!content->empty() && (content->back() == '\n' || content->back() == '\r')) {
        content->pop_back();
    }
    if (content->empty() || !std::all_of(content->begin(), content->end(), isTokenCharacter)) {
        return Error { ErrorCode::InvalidArgument, file + " must hold one token and nothing else",
            {} };
    }
    return QByteArray::fromStdString(*content);
}

}  // namespace

Result<ui::HttpPeer> servicePeer(const Config& config)
{
    ui::HttpPeer peer;
    peer.url = QUrl(
        QString::fromStdString(config.fleetUrl.empty() ? config.connectUrl : config.fleetUrl));
    if (!config.tokenFile.empty()) {
        auto token = tokenFrom(config.tokenFile);
        if (!token) {
            return token.error();
        }
        peer.token = std::move(*token);
    }
    if (!config.caFile.empty()) {
        auto authorities = ui::authoritiesFrom(QString::fromStdString(config.caFile));
        if (!authorities) {
            return authorities.error();
        }
        peer.authorities = std::move(*authorities);
    }
    return peer;
}

Result<ui::HttpPeer> peerOf(const ui::SourceChoice& choice, const QByteArray& token)
{
    const auto url = ui::checkedServiceUrl(choice.place);
    if (!url) {
        return url.error();
    }
    ui::HttpPeer peer;
    peer.url = *url;
    peer.token = token;
    if (!choice.caFile.isEmpty()) {
        auto authorities = ui::authoritiesFrom(choice.caFile);
        if (!authorities) {
            return authorities.error();
        }
        peer.authorities = std::move(*authorities);
    }
    return peer;
}

std::unique_ptr<Source> olderService(
    const std::string& url, const std::string& caFile, const ui::HttpPeer& peer, const Clock& clock)
{
    HttpFetcherSettings settings;
    settings.url = url;
    settings.token = peer.token.toStdString();
    settings.caFile = caFile;
    return std::make_unique<HeadroomV0Source>(
        url, std::make_unique<HttpFetcher>(std::move(settings)), clock);
}

std::filesystem::path folderOfService(
    const std::filesystem::path& stateDirectory, const std::string& url)
{
    constexpr qsizetype kDigits = 16;
    const auto hash
        = QCryptographicHash::hash(QByteArray::fromStdString(url), QCryptographicHash::Sha256);
    return stateDirectory / "services" / hash.toHex().left(kDigits).toStdString();
}

}  // namespace headroom
