// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/storage/review_file.h"

#include "monitor_core/certification/certificate.h"

#include <string>
#include <utility>

namespace headroom {

namespace {

constexpr const char* kName = "certification.reviews";
constexpr std::uint64_t kMostBytes = 16 * 1024 * 1024;

Result<std::string> readAll(File& file)
{
    const auto size = file.size();
    if (!size) {
        return size.error();
    }
    if (*size > kMostBytes) {
        return Error { ErrorCode::Damaged, std::string(kName) + " is larger than 16 MB", {} };
    }
    std::string text(static_cast<std::size_t>(*size), '\0');
    const auto got = file.read(0, text);
    if (!got) {
        return got.error();
    }
    text.resize(*got);
    return text;
}

}  // namespace

ReviewFile::ReviewFile(FileSystem& files, std::filesystem::path directory)
    : files_(files)
    , directory_(std::move(directory))
{
}

Result<ReviewLog> ReviewFile::load()
{
    const auto& certified = certificate();
    auto file = files_.open(directory_ / kName, OpenMode::Read);
    if (!file) {
        if (file.error().code == ErrorCode::NotFound) {
            return ReviewLog(certified.firstReview, certified.reviewCycle);
        }
        return file.error();
    }
    const auto text = readAll(**file);
    if (!text) {
        return text.error();
    }
    return ReviewLog::parse(*text, certified.firstReview, certified.reviewCycle);
}

Result<void> ReviewFile::save(const ReviewLog& log)
{
    const auto fresh = directory_ / (std::string(kName) + ".new");
    {
        auto file = files_.open(fresh, OpenMode::Create);
        if (!file) {
            return file.error();
        }
        const auto text = log.serialise();
        if (auto emptied = (*file)->truncate(0); !emptied) {
            return emptied;
        }
        if (auto written = (*file)->write(0, text); !written) {
            return written;
        }
        if (auto synced = (*file)->sync(); !synced) {
            return synced;
        }
    }
    if (auto renamed = files_.rename(fresh, directory_ / kName); !renamed) {
        return renamed;
    }
    return files_.syncDirectory(directory_);
}

}  // namespace headroom
