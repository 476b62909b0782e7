// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/curl_client.h"
#include "tests/support/daemon_process.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace headroom {

inline std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

struct Headroomd : testing::Test {
    /// With a free port and the state folder of the test, and what else is asked for.
    [[nodiscard]] std::unique_ptr<DaemonProcess> start(std::vector<std::string> more = {}) const
    {
        std::vector<std::string> arguments { "--state-dir", state.path().string(), "--listen",
            "127.0.0.1:0" };
        arguments.insert(arguments.end(), more.begin(), more.end());
        return std::make_unique<DaemonProcess>(HEADROOMD, std::move(arguments), scratch.path());
    }
    [[nodiscard]] std::string adminToken() const
    {
        auto token = contentOf(state.path() / "admin.token");
        token.erase(token.find_last_not_of('\n') + 1);
        return token;
    }
    /// Storage goes to 95 % of its limit; the client is told that it was taken.
    static void fillStorage(CurlClient& client, double share)
    {
        const auto bytes = static_cast<long long>(share * 1000.0 * 1024 * 1024 * 1024);
        const auto answer = client.ask(
            "POST", "/api/v1/observations", R"({"used_bytes": )" + std::to_string(bytes) + "}");
        ASSERT_LT(answer.status, 300) << answer.body;
    }

    /// A new token of the role, its hash added to the file.
    [[nodiscard]] static std::string newToken(
        const std::filesystem::path& file, const std::string& role, const std::string& name)
    {
        const TempDir folder;
        DaemonProcess making(HEADROOMD,
            { "token", "new", "--role", role, "--name", name, "--file", file.string() },
            folder.path());
        EXPECT_EQ(making.exitCode(), 0) << making.log();
        auto token = making.output();
        return token.erase(token.find_last_not_of('\n') + 1);
    }

    TempDir state;
    TempDir scratch;
};

}  // namespace headroom
