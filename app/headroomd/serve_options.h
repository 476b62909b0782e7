// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/api/syslog_receiver.h"
#include "monitor_core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::app {

/// What the service is asked to be, checked.
struct ServeOptions {
    std::string address = "127.0.0.1";  ///< an IP address
    std::uint16_t port = 8000;  ///< 0: any free one
    std::filesystem::path stateDir;  ///< empty: the usual one
    /// Clients push what they do and hold.
    bool isPushed = true;
    /// Storage is a folder: instead of what clients would push of it, or alone.
    std::filesystem::path filesystem;  ///< empty: none
    /// Storage and artifacts are a database's, by its checked settings; alone its writes and
    /// queries too. Not to be shown: there may be a password in it.
    std::string postgres;  ///< empty: none
    bool isWorkload = false;  ///< the local workload, alone
    std::filesystem::path tokenFile;  ///< empty: admin.token of the state folder
    std::filesystem::path tlsCertificate;  ///< empty: plain HTTP
    std::filesystem::path tlsKey;
    std::vector<std::string> hosts;  ///< lower case
    std::vector<std::string> origins;
    std::filesystem::path contacts;  ///< empty: contacts.json of the state folder
    std::string logLevel = "info";
    std::size_t connectionsPerAddress = 64;
    std::vector<std::string> products;  ///< listed although nobody has named them
    api::SyslogSettings syslog;  ///< where a proxy's access log comes in
    std::string syslogCaller = "anonymous";  ///< the token that the proxy asks admission with
};

/// One option, on the command line and in the file.
struct ServeOptionRow {
    std::string_view key;  ///< "token_file", in the file
    std::string_view option;  ///< "--token-file"
    std::string_view valueName;
    std::string_view help;
    bool isList = false;
    bool isPath = false;  ///< in the file it is meant from the file's folder
};

std::span<const ServeOptionRow> serveOptionRows();

/// A value as somebody wrote it, and where, for messages: "--listen", "FILE: listen".
struct GivenValue {
    std::string value;
    std::string place;
};

/// By key; options that nobody gave are not in it.
using GivenOptions = std::map<std::string, std::vector<GivenValue>, std::less<>>;

/// Reads a configuration file: a JSON object with the keys of the table, text, or a list of texts
/// where there may be several. The error names every fault.
Result<GivenOptions> givenOptionsFromFile(const std::filesystem::path& file);

/// The text of such a file; `folder` is what its paths are meant from, `name` what messages call
/// it.
Result<GivenOptions> givenOptionsFromJson(
    std::string_view text, const std::filesystem::path& folder, const std::string& name);

/// Checks everything together; the error has a line for every fault.
Result<ServeOptions> serveOptionsFrom(const GivenOptions& given);

/// 127.0.0.0/8 and ::1.
bool isLoopbackAddress(const std::string& address);

/// $STATE_DIRECTORY when systemd made one, /var/lib/headroom for root, else the user's.
Result<std::filesystem::path> usualServiceState();

}  // namespace headroom::app
