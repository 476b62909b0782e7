// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/serve_options.h"

#include "app/config/state_dir.h"
#include "monitor_core/api/detail/host_name.h"
#include "monitor_core/api/product_registry.h"
#include "monitor_core/sources/postgres_settings.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>

namespace headroom::app {

namespace {

constexpr ServeOptionRow kRows[] = {
    { "listen", "--listen", "ADDR:PORT",
        "Where to listen: an IP address and a port, 0 for any free one; default 127.0.0.1:8000. "
        "Beyond this machine only with TLS and a token file" },
    { "state_dir", "--state-dir", "DIR",
        "Where the service keeps its files; default: what systemd made, /var/lib/headroom for "
        "root, else ~/.local/state/headroom",
        false, true },
    { "source", "--source", "SOURCE",
        "What is measured: pushed (what clients tell, the default), filesystem:PATH (storage is a "
        "folder; may stand beside pushed), postgres:CONNINFO (a database; likewise), or workload "
        "(a "
        "small depository of Headroom's own)",
        true },
    { "token_file", "--token-file", "FILE",
        "Who may do what: lines of role, name and hash, made by headroomd token new", false, true },
    { "tls_cert", "--tls-cert", "FILE", "Certificates for HTTPS, PEM, the service's first", false,
        true },
    { "tls_key", "--tls-key", "FILE", "The private key to it, PEM", false, true },
    { "host", "--host", "NAME", "Another name that clients call the service by; several are fine",
        true },
    { "origin", "--origin", "URL",
        "An origin whose web pages may ask, such as https://desk.example.org; several are fine",
        true },
    { "contacts", "--contacts", "FILE",
        "Who is told of alerts, and how; default: contacts.json in the state folder", false, true },
    { "connections_per_address", "--connections-per-address", "N",
        "How many connections one address may have open, 1 to 1024; default 64" },
    { "product", "--product", "NAME",
        "A product that is listed although nobody has named it yet; several are fine", true },
    { "syslog", "--syslog", "ADDR:PORT",
        "Where nginx sends its access log, by which leases end: a loopback address and a UDP port, "
        "such as 127.0.0.1:8514, or unix:PATH" },
    { "syslog_caller", "--syslog-caller", "NAME",
        "The name of the token that nginx asks for admission with; default anonymous, for none" },
    { "log_level", "--log-level", "LEVEL", "debug, info, warning or error; default: info" },
};

/// Collects what is wrong, all of it.
class Check {
public:
    explicit Check(const GivenOptions& given)
        : given_(given)
    {
    }

    [[nodiscard]] const GivenValue* one(std::string_view key) const
    {
        const auto found = given_.find(key);
        return found == given_.end() || found->second.empty() ? nullptr : &found->second.front();
    }
    [[nodiscard]] std::vector<GivenValue> all(std::string_view key) const
    {
        const auto found = given_.find(key);
        return found == given_.end() ? std::vector<GivenValue>() : found->second;
    }
    void fail(const std::string& fault) { faults_ += (faults_.empty() ? "" : "\n") + fault; }
    void fail(const GivenValue& given, const std::string& rule)
    {
        fail(given.place + ": \"" + given.value + "\" " + rule);
    }
    [[nodiscard]] const std::string& faults() const { return faults_; }

private:
    const GivenOptions& given_;
    std::string faults_;
};

constexpr std::uint16_t kMostConnections = 1024;  ///< in all

/// A port, or another number as small.
std::optional<std::uint16_t> portOf(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc {} && end == text.data() + text.size() ? std::optional(port)
                                                                     : std::nullopt;
}

bool isAddress(const std::string& text, bool isBracketed)
{
    in6_addr any {};
    return ::inet_pton(isBracketed ? AF_INET6 : AF_INET, text.c_str(), &any) == 1;
}

struct Endpoint {
    std::string address;
    std::uint16_t port = 0;
};

std::optional<Endpoint> endpointOf(const std::string& text)
{
    const auto colon = text.rfind(':');
    auto address = text.substr(0, colon);
    const auto port = colon == std::string::npos ? std::nullopt
                                                 : portOf(std::string_view(text).substr(colon + 1));
    const bool isBracketed = address.size() > 2 && address.front() == '[' && address.back() == ']';
    if (isBracketed) {
        address = address.substr(1, address.size() - 2);
    }
    if (address == "localhost") {
        address = "127.0.0.1";
    }
    return port && isAddress(address, isBracketed) ? std::optional(Endpoint { address, *port })
                                                   : std::nullopt;
}

void takeListen(ServeOptions& options, Check& check)
{
    const auto* given = check.one("listen");
    if (given == nullptr) {
        return;
    }
    const auto endpoint = endpointOf(given->value);
    if (!endpoint) {
        check.fail(*given,
            "is not an IP address and a port, such as 127.0.0.1:8000, [::1]:8000 or 0.0.0.0:443");
        return;
    }
    options.address = endpoint->address;
    options.port = endpoint->port;
}

/// Syslog carries no proof of who sends it, so it may come from this machine alone.
void takeSyslog(ServeOptions& options, Check& check)
{
    constexpr std::string_view kUnix = "unix:";
    if (const auto* caller = check.one("syslog_caller")) {
        options.syslogCaller = caller->value;
        if (caller->value.empty() || check.one("syslog") == nullptr) {
            check.fail(*caller, "is for a name, and for --syslog");
        }
    }
    const auto* given = check.one("syslog");
    if (given == nullptr) {
        return;
    }
    if (given->value.starts_with(kUnix) && given->value.size() > kUnix.size()) {
        options.syslog.path = given->value.substr(kUnix.size());
        return;
    }
    const auto endpoint = endpointOf(given->value);
    if (!endpoint || !isLoopbackAddress(endpoint->address)) {
        check.fail(*given,
            "is neither a loopback address and a port, such as 127.0.0.1:8514, nor unix:PATH; "
            "other machines may not send it, since nobody could tell who did");
        return;
    }
    options.syslog.address = endpoint->address;
    options.syslog.port = endpoint->port;
}

void takeProducts(ServeOptions& options, Check& check)
{
    for (const auto& given : check.all("product")) {
        if (api::ProductRegistry::isName(given.value)) {
            options.products.push_back(given.value);
        } else {
            check.fail(given, "is not a name of 1 to 64 bytes");
        }
    }
}

void takePostgres(
    ServeOptions& options, const std::string& place, const std::string& conninfo, Check& check)
{
    if (!options.postgres.empty()) {
        check.fail(place + ": a second database; storage is one");
    }
    const auto settings = postgresSettings(conninfo);
    if (!settings) {
        check.fail(place + ": " + settings.error().text());
    }
    // Without a word about it libpq's environment says which database.
    options.postgres = conninfo.empty() ? " " : conninfo;
}

void takeSource(ServeOptions& options, const GivenValue& given, Check& check)
{
    constexpr std::string_view kFilesystem = "filesystem:";
    constexpr std::string_view kPostgres = "postgres:";
    if (given.value == "pushed") {
        options.isPushed = true;
    } else if (given.value == "workload") {
        options.isWorkload = true;
    } else if (given.value.starts_with(kFilesystem) && given.value.size() > kFilesystem.size()) {
        if (!options.filesystem.empty()) {
            check.fail(given, "is a second folder; storage is one");
        }
        options.filesystem = given.value.substr(kFilesystem.size());
    } else if (given.value.starts_with(kPostgres)) {
        takePostgres(options, given.place, given.value.substr(kPostgres.size()), check);
    } else {
        // What follows a colon may be anything, a password too.
        check.fail(GivenValue { given.value.substr(0, given.value.find(':')), given.place },
            "is neither pushed nor workload nor filesystem:PATH nor postgres:CONNINFO");
    }
}

void takeSources(ServeOptions& options, Check& check)
{
    const auto sources = check.all("source");
    options.isPushed = sources.empty();
    for (const auto& given : sources) {
        takeSource(options, given, check);
    }
    if (options.isWorkload && sources.size() > 1) {
        check.fail("source: the workload is a depository of its own and stands alone");
    }
    if (!options.filesystem.empty() && !options.postgres.empty()) {
        check.fail("source: a folder and a database; storage is one");
    }
}

void takeHosts(ServeOptions& options, Check& check)
{
    for (const auto& given : check.all("host")) {
        const auto name = api::hostName(given.value);
        if (!name || given.value.find(':') != std::string::npos) {
            check.fail(given, "is not the name of a host, without a port");
        } else {
            options.hosts.push_back(*name);
        }
    }
}

bool isOrigin(std::string_view text)
{
    for (const std::string_view scheme : { "http://", "https://" }) {
        if (text.starts_with(scheme)) {
            const auto host = text.substr(scheme.size());
            const bool isLower
                = std::ranges::none_of(host, [](char c) { return c >= 'A' && c <= 'Z'; });
            return isLower && api::hostName(host).has_value();
        }
    }
    return false;
}

void takeOrigins(ServeOptions& options, Check& check)
{
    for (const auto& given : check.all("origin")) {
        if (isOrigin(given.value)) {
            options.origins.push_back(given.value);
        } else {
            check.fail(given,
                "is not an origin as browsers send it: https://, a name in lower case, perhaps a "
                "port, nothing after it");
        }
    }
}

void takePath(std::filesystem::path& path, std::string_view key, Check& check)
{
    if (const auto* given = check.one(key)) {
        path = given->value;
        if (given->value.empty()) {
            check.fail(given->place + ": the name is missing");
        }
    }
}

void takeLogLevel(ServeOptions& options, Check& check)
{
    constexpr std::array<std::string_view, 4> kLevels { "debug", "info", "warning", "error" };
    const auto* given = check.one("log_level");
    if (given == nullptr) {
        return;
    }
    if (std::ranges::find(kLevels, given->value) == kLevels.end()) {
        check.fail(*given, "is not one of debug, info, warning, error");
    }
    options.logLevel = given->value;
}

void takeConnections(ServeOptions& options, Check& check)
{
    const auto* given = check.one("connections_per_address");
    if (given == nullptr) {
        return;
    }
    const auto count = portOf(given->value);
    if (!count || *count < 1 || *count > kMostConnections) {
        check.fail(*given, "is not a number from 1 to 1024");
        return;
    }
    options.connectionsPerAddress = *count;
}

/// What a service needs that others than this machine can reach: nobody reads along, and nobody
/// unknown asks.
void checkReach(const ServeOptions& options, Check& check)
{
    if (options.tlsCertificate.empty() != options.tlsKey.empty()) {
        check.fail(options.tlsKey.empty() ? "tls_cert: the key to it is missing (--tls-key)"
                                          : "tls_key: the certificate is missing (--tls-cert)");
    }
    if (isLoopbackAddress(options.address)) {
        return;
    }
    const bool hasTls = !options.tlsCertificate.empty() && !options.tlsKey.empty();
    if (!hasTls || options.tokenFile.empty()) {
        std::string missing = hasTls ? "" : "--tls-cert and --tls-key";
        if (options.tokenFile.empty()) {
            missing += (missing.empty() ? "" : ", and ") + std::string("--token-file");
        }
        check.fail("listen: " + options.address
            + " can be reached from other machines, which needs TLS and tokens; missing: "
            + missing);
    }
}

}  // namespace

std::span<const ServeOptionRow> serveOptionRows() { return kRows; }

Result<ServeOptions> serveOptionsFrom(const GivenOptions& given)
{
    ServeOptions options;
    Check check(given);
    takeListen(options, check);
    takeSources(options, check);
    takeHosts(options, check);
    takeOrigins(options, check);
    takePath(options.stateDir, "state_dir", check);
    takePath(options.tokenFile, "token_file", check);
    takePath(options.tlsCertificate, "tls_cert", check);
    takePath(options.tlsKey, "tls_key", check);
    takePath(options.contacts, "contacts", check);
    takeSyslog(options, check);
    takeProducts(options, check);
    takeLogLevel(options, check);
    takeConnections(options, check);
    checkReach(options, check);
    if (!check.faults().empty()) {
        return Error { ErrorCode::InvalidArgument, check.faults(), {} };
    }
    return options;
}

bool isLoopbackAddress(const std::string& address)
{
    in_addr four {};
    if (::inet_pton(AF_INET, address.c_str(), &four) == 1) {
        return (ntohl(four.s_addr) >> 24U) == 127;
    }
    in6_addr six {};
    return ::inet_pton(AF_INET6, address.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

Result<std::filesystem::path> usualServiceState()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread
    if (const char* given = std::getenv("STATE_DIRECTORY"); given != nullptr && *given != '\0') {
        return std::filesystem::path(given);
    }
    if (::geteuid() == 0) {
        return std::filesystem::path("/var/lib/headroom");
    }
    return StateDir::usualPath();
}

}  // namespace headroom::app
