// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/commit_witness.h"

#include <fstream>
#include <utility>

namespace headroom {

CommitWitness::CommitWitness(std::filesystem::path file)
    : file_(std::move(file))
{
}

std::int64_t CommitWitness::read() const
{
    std::ifstream in(file_);
    std::int64_t commits = 0;
    return in >> commits ? commits : 0;
}

void CommitWitness::write(std::int64_t commits) const
{
    auto fresh = file_;
    fresh += ".new";
    {
        std::ofstream out(fresh, std::ios::trunc);
        out << commits << '\n';
        if (!out) {
            return;
        }
    }
    std::error_code ignored;
    std::filesystem::rename(fresh, file_, ignored);
}

}  // namespace headroom
