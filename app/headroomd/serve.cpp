// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/serve.h"

#include "app/config/state_dir.h"
#include "app/headroomd/log.h"
#include "app/headroomd/service.h"
#include "app/headroomd/service_manager.h"
#include "app/headroomd/signals.h"

#include <chrono>
#include <iostream>

namespace headroom::app {

using namespace std::chrono_literals;

namespace {

ExitCode codeOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Conflict:
    case ErrorCode::Unavailable:
        return kExitInUse;
    case ErrorCode::Io:
    case ErrorCode::NoSpace:
        return kExitIo;
    default:
        return kExitConfig;
    }
}

/// Under systemd the journal has it, else whoever started it by hand.
ExitCode fail(const Error& error)
{
    logError(error.text());
    return codeOf(error);
}

Result<StateDir> openState(const ServeOptions& options)
{
    if (!options.stateDir.empty()) {
        return StateDir::open(options.stateDir);
    }
    const auto usual = usualServiceState();
    return usual ? StateDir::open(*usual) : Result<StateDir>(usual.error());
}

void reload(Service& service, ServiceManager& manager, const std::string& status)
{
    manager.reloading();
    if (const auto done = service.reload()) {
        logInfo("contacts and tokens were read again");
    } else {
        logError("contacts and tokens stay as they were: " + done.error().text());
    }
    manager.ready(status);
}

void runUntilStopped(
    Service& service, const Signals& signals, ServiceManager& manager, const std::string& status)
{
    const auto patience = manager.aliveEvery().value_or(60s);
    for (;;) {
        const auto wish = signals.wait(patience);
        if (wish == Signals::Wish::Stop) {
            return;
        }
        if (wish == Signals::Wish::Reload) {
            reload(service, manager, status);
        }
        // A service whose monitor stands still is no service: then systemd is to start another.
        if (service.isAlive()) {
            manager.alive();
        }
    }
}

ExitCode run(const ServeOptions& options, const StateDir& state, const Signals& signals,
    const std::string& version)
{
    ServiceManager manager;
    Service service(options, state, version);
    if (const auto started = service.start(); !started) {
        return fail(started.error());
    }
    if (const auto opened = service.open(); !opened) {
        return fail(opened.error());
    }
    const auto status = "listening on " + service.url();
    std::cout << "headroomd: " << status << std::endl;
    logInfo("headroomd " + version + " " + status + ", state in " + state.path().string());
    manager.ready(status);
    runUntilStopped(service, signals, manager, status);
    manager.stopping();
    logInfo("stopping");
    return kExitWhole;
}

}  // namespace

ExitCode serve(const GivenOptions& given, const std::string& version)
{
    const Signals signals;
    const auto options = serveOptionsFrom(given);
    openLog(options ? options->logLevel : "info");
    if (!options) {
        return fail(options.error());
    }
    const auto state = openState(*options);
    if (!state) {
        return fail(state.error());
    }
    return run(*options, *state, signals, version);
}

}  // namespace headroom::app
