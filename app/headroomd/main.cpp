// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/audit_verify.h"
#include "app/headroomd/rules_command.h"
#include "app/headroomd/serve.h"
#include "app/headroomd/token_new.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

namespace {

using namespace headroom::app;

/// `headroomd` without a subcommand.
class ServeCommand {
public:
    explicit ServeCommand(CLI::App& app)
        : config_(
            app.add_option("--config", file_,
                   "A JSON file with these options as keys; what the command line says counts more")
                ->type_name("FILE"))
    {
        for (const auto& row : serveOptionRows()) {
            auto* option = app.add_option(
                std::string(row.option), values_[std::string(row.key)], std::string(row.help));
            option->type_name(std::string(row.valueName))->allow_extra_args(false);
        }
    }

    [[nodiscard]] ExitCode run() const
    {
        GivenOptions given;
        if (config_->count() > 0) {
            auto fromFile = givenOptionsFromFile(file_);
            if (!fromFile) {
                std::cerr << "headroomd: " << fromFile.error().text() << '\n';
                return kExitConfig;
            }
            given = *std::move(fromFile);
        }
        for (const auto& row : serveOptionRows()) {
            const auto& values = values_.find(row.key)->second;
            if (values.empty()) {
                continue;
            }
            auto& list = given[std::string(row.key)];
            list.clear();
            for (const auto& value : values) {
                if (!row.isList) {
                    list.clear();  // the last one counts
                }
                list.push_back({ value, std::string(row.option) });
            }
        }
        return serve(given, HEADROOM_VERSION);
    }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
    std::string file_;
    CLI::Option* config_;
};

/// `headroomd audit verify`.
class AuditCommand {
public:
    explicit AuditCommand(CLI::App& app)
        : audit_(app.add_subcommand("audit", "Look at the audit trail"))
    {
        audit_->require_subcommand(1);
        options_.stateDirectory
            = usualServiceState().has_value() ? *usualServiceState() : "/var/lib/headroom";
        auto* verify = audit_->add_subcommand(
            "verify", "Check that the trail is what was written. May run beside the service.");
        auto* file = verify->add_option("FILE", options_.file, "One file of the trail alone");
        verify
            ->add_option("--state-dir", options_.stateDirectory,
                "The service's state; the trail is its folder audit")
            ->capture_default_str()
            ->excludes(file);
        verify->add_option("--head", options_.head,
            "A head kept elsewhere, NUMBER:HASH or HASH, that the trail must contain");
        verify->footer("Exits 0: whole. 1: broken, the first bad record is named. 64: wrong "
                       "command line. 66: no trail there. 74: cannot read.");
    }
    [[nodiscard]] bool isWanted() const { return audit_->parsed(); }
    [[nodiscard]] ExitCode run() const { return verifyAudit(options_, std::cout, std::cerr); }

private:
    CLI::App* audit_;
    AuditVerifyOptions options_;
};

/// `headroomd token new`.
class TokenCommand {
public:
    explicit TokenCommand(CLI::App& app)
        : token_(app.add_subcommand("token", "Who may ask the service"))
    {
        token_->require_subcommand(1);
        auto* made = token_->add_subcommand(
            "new", "Make a token: it is shown once, a token file keeps only its hash.");
        made->add_option("--role", options_.role, "read, ingest or admin")->required();
        made->add_option("--name", options_.name, "Who holds it; stands in the audit trail")
            ->required();
        made->add_option("--file", options_.file, "The token file that gets its hash");
    }
    [[nodiscard]] bool isWanted() const { return token_->parsed(); }
    [[nodiscard]] ExitCode run() const { return newToken(options_, std::cout, std::cerr); }

private:
    CLI::App* token_;
    TokenNewOptions options_;
};

/// `headroomd rules`.
class RulesCommand {
public:
    explicit RulesCommand(CLI::App& app)
        : rules_(app.add_subcommand(
            "rules", "Write rules for Prometheus, and routes for Alertmanager, of the policy"))
    {
        auto* prometheus = rules_->add_flag_callback(
            "--prometheus", [this] { options_.wanted = RulesWanted::Prometheus; },
            "Recording and alerting rules (what it does without an option)");
        auto* test = rules_->add_flag_callback(
            "--test", [this] { options_.wanted = RulesWanted::Test; },
            "Unit tests of these rules, for promtool test rules");
        auto* routes = rules_->add_flag_callback(
            "--alertmanager", [this] { options_.wanted = RulesWanted::Alertmanager; },
            "A configuration of Alertmanager with the escalation as routes");
        prometheus->excludes(test)->excludes(routes);
        test->excludes(routes);
        rules_->add_option("--state-dir", options_.stateDirectory,
            "The service's state, for thresholds and contacts in force; default: the certified "
            "ones");
        rules_
            ->add_option("--rules-file", options_.rulesFile,
                "With --test: the file that the rules are in, as seen from the tests")
            ->capture_default_str();
        rules_->footer("Exits 0: written. 66: no such state folder. 78: its thresholds or contacts "
                       "cannot be read.");
    }
    [[nodiscard]] bool isWanted() const { return rules_->parsed(); }
    [[nodiscard]] ExitCode run() const { return writeRules(options_, std::cout, std::cerr); }

private:
    CLI::App* rules_;
    RulesOptions options_;
};

ExitCode run(int argc, char** argv)
{
    CLI::App app("Headroom's service: measures a depository and says how much headroom is left.",
        "headroomd");
    app.set_version_flag("--version", HEADROOM_VERSION);
    app.require_subcommand(0, 1);
    app.footer("Without a subcommand it serves until SIGTERM; SIGHUP reads contacts and tokens "
               "again. Exits 64: wrong command line. 74: cannot read or write. 75: the state "
               "folder or the port is in use. 78: what was asked for cannot be.");
    const ServeCommand serves(app);
    const AuditCommand audits(app);
    const TokenCommand tokens(app);
    const RulesCommand rules(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kExitWhole : kExitUsage;
    }
    if (audits.isWanted()) {
        return audits.run();
    }
    if (rules.isWanted()) {
        return rules.run();
    }
    return tokens.isWanted() ? tokens.run() : serves.run();
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "headroomd: " << error.what() << '\n';
        return kExitSoftware;
    }
}
