// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/audit_verify.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>

namespace {

using headroom::app::AuditVerifyOptions;

int run(int argc, char** argv)
{
    CLI::App app("Headroom's service: measures a depository and says how much headroom is left.",
        "headroomd");
    app.set_version_flag("--version", HEADROOM_VERSION);
    app.require_subcommand(1);

    auto* audit = app.add_subcommand("audit", "Look at the audit trail");
    audit->require_subcommand(1);
    AuditVerifyOptions options;
    // systemd names the directory that it made for the service.
    const char* given
        = std::getenv("STATE_DIRECTORY");  // NOLINT(concurrency-mt-unsafe): one thread
    options.stateDirectory = given != nullptr ? given : "/var/lib/headroom";
    auto* verify = audit->add_subcommand(
        "verify", "Check that the trail is what was written. May run beside the service.");
    auto* file = verify->add_option("FILE", options.file, "One file of the trail alone");
    verify
        ->add_option("--state-dir", options.stateDirectory,
            "The service's state; the trail is its folder audit")
        ->capture_default_str()
        ->excludes(file);
    verify->add_option("--head", options.head,
        "A head kept elsewhere, NUMBER:HASH or HASH, that the trail must contain");
    verify->footer("Exits 0: whole. 1: broken, the first bad record is named. 64: wrong command "
                   "line. 66: no trail there. 74: cannot read.");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : headroom::app::kExitUsage;
    }
    return headroom::app::verifyAudit(options, std::cout, std::cerr);
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "headroomd: " << error.what() << '\n';
        return headroom::app::kExitIo;
    }
}
