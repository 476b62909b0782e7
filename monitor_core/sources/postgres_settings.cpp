// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/postgres_settings.h"

#include "monitor_core/sources/postgres_conninfo.h"
#include "monitor_core/sources/postgres_keys.h"

namespace headroom {

namespace {

Error fault(std::string message)
{
    return { ErrorCode::InvalidArgument, std::move(message), "postgres" };
}

bool isLocal(const std::string& host)
{
    if (host.find(',') != std::string::npos) {
        return false;  // several: some may be elsewhere
    }
    return host.empty() || host.front() == '/' || host.front() == '@' || host == "localhost"
        || host == "::1" || host.starts_with("127.");
}

/// Nobody reads a password or the readings along unless somebody said that it may be so.
void secure(PostgresSettings& settings)
{
    const auto* address = settings.find("hostaddr");
    const auto* host = address != nullptr ? address : settings.find("host");
    const bool isByService
        = settings.find("service") != nullptr || !libpqDefaultOf("service").empty();
    const bool isSaid
        = settings.find("sslmode") != nullptr || libpqDefaultOf("sslmode") != "prefer";
    if (!isSaid && !isByService && !isLocal(host != nullptr ? *host : libpqDefaultOf("host"))) {
        settings.parameters.emplace_back("sslmode", "require");
    }
}

void guessPlatform(PostgresSettings& settings)
{
    const auto* host = settings.find("host");
    if (settings.platform.empty() && host != nullptr
        && (host->ends_with(".supabase.co") || host->ends_with(".supabase.com"))) {
        settings.platform = "supabase";
    }
}

}  // namespace

const std::string* PostgresSettings::find(std::string_view keyword) const
{
    const std::string* found = nullptr;  // the last one counts, as for libpq
    for (const auto& [key, value] : parameters) {
        if (key == keyword) {
            found = &value;
        }
    }
    return found;
}

Result<PostgresSettings> postgresSettings(std::string_view conninfo)
{
    const auto pairs = readConninfo(conninfo);
    if (!pairs) {
        return pairs.error();
    }
    PostgresSettings settings;
    for (const auto& [key, value] : *pairs) {
        if (isPostgresKey(key)) {
            if (const auto taken = takePostgresKey(settings, key, value); !taken) {
                return taken.error();
            }
        } else if (isLibpqKeyword(key)) {
            settings.parameters.emplace_back(key, value);
        } else {
            return fault(plainLine(key) + ": is neither a setting of PostgreSQL's nor one of "
                + postgresKeyNames());
        }
    }
    if (settings.table.empty() && !settings.sizeColumn.empty()) {
        return fault("headroom_size: of which table? headroom_table says it");
    }
    secure(settings);
    guessPlatform(settings);
    return settings;
}

std::string postgresName(const PostgresSettings& settings)
{
    const auto* service = settings.find("service");
    if (service != nullptr) {
        return plainLine("PostgreSQL service " + *service);
    }
    const auto valueOf = [&settings](std::string_view keyword) {
        const auto* given = settings.find(keyword);
        return given != nullptr ? *given : libpqDefaultOf(keyword);
    };
    const auto host = valueOf("host").empty() ? valueOf("hostaddr") : valueOf("host");
    const auto port = valueOf("port");
    auto database = valueOf("dbname");
    if (database.empty()) {
        database = valueOf("user");
    }
    return plainLine("PostgreSQL " + database + " at "
        + (host.empty() || host.front() == '/' ? std::string("this machine") : host)
        + (port.empty() || port == "5432" ? "" : ":" + port));
}

std::string plainLine(std::string_view text)
{
    constexpr std::size_t kMost = 300;
    std::string line;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
        if (line.size() >= kMost) {
            // Not in the middle of a character.
            while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U) {
                line.pop_back();
            }
            if (!line.empty() && static_cast<unsigned char>(line.back()) >= 0xC0U) {
                line.pop_back();
            }
            return line + "…";
        }
    }
    while (line.ends_with(' ')) {
        line.pop_back();
    }
    return line;
}

}  // namespace headroom
