// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <memory>
#include <utility>

namespace headroom::app {

namespace {

/// "<6>": the level as systemd's journal takes it from a service's standard error.
class JournalLevel final : public spdlog::custom_flag_formatter {
public:
    void format(
        const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override
    {
        const std::string_view digit = message.level >= spdlog::level::err ? "<3>"
            : message.level == spdlog::level::warn                         ? "<4>"
            : message.level == spdlog::level::info                         ? "<6>"
                                                                           : "<7>";
        out.append(digit.data(), digit.data() + digit.size());
    }
    [[nodiscard]] std::unique_ptr<custom_flag_formatter> clone() const override
    {
        return std::make_unique<JournalLevel>();
    }
};

void log(spdlog::level::level_enum level, std::string_view text)
{
    while (!text.empty()) {
        const auto end = text.find('\n');
        spdlog::log(level, "{}", visible(text.substr(0, end)));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
}

}  // namespace

void openLog(const std::string& level)
{
    // Called once, so the name is free.
    const auto logger = spdlog::stderr_logger_mt("headroomd");
    auto formatter = std::make_unique<spdlog::pattern_formatter>(
        spdlog::pattern_time_type::utc, std::string("\n"));
    formatter->add_flag<JournalLevel>('*');
    // NOLINTNEXTLINE(concurrency-mt-unsafe): before there are threads
    const bool isJournal = std::getenv("JOURNAL_STREAM") != nullptr;
    formatter->set_pattern(isJournal ? "%*%v" : "%Y-%m-%dT%H:%M:%S.%eZ %l: %v");
    logger->set_formatter(std::move(formatter));
    logger->set_level(spdlog::level::from_str(level));
    logger->flush_on(spdlog::level::trace);
    spdlog::set_default_logger(logger);
}

void logDebug(std::string_view text) { log(spdlog::level::debug, text); }
void logInfo(std::string_view text) { log(spdlog::level::info, text); }
void logWarning(std::string_view text) { log(spdlog::level::warn, text); }
void logError(std::string_view text) { log(spdlog::level::err, text); }

std::string visible(std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20U && byte != 0x7FU) {
            result += c;
            continue;
        }
        result += "\\x";
        result += kDigits[byte >> 4U];
        result += kDigits[byte & 15U];
    }
    return result;
}

}  // namespace headroom::app
