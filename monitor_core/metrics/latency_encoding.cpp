// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/latency_histogram.h"

#include <limits>

// Version 1: the byte 1, then LEB128 numbers: refused; number of non-empty buckets; min and max in
// ns when there is one; then for every non-empty bucket, rising, its distance from the one before
// (the first from -1) and its count; last, the sum of all bytes so far modulo 2^16, two bytes, low
// first. It catches a torn or shifted record; whole rows have the history's own check.

namespace headroom {

namespace {

constexpr char kVersion = 1;
constexpr std::size_t kCheckSize = 2;

void putNumber(std::string& out, std::uint64_t n)
{
    constexpr std::uint64_t kMore = 0x80;
    while (n >= kMore) {
        out.push_back(static_cast<char>((n & (kMore - 1)) | kMore));
        n >>= 7U;
    }
    out.push_back(static_cast<char>(n));
}

std::uint16_t checkOf(std::string_view bytes)
{
    std::uint32_t sum = 0;
    for (const char byte : bytes) {
        // Rotated, so that two exchanged bytes are noticed too.
        sum = ((sum << 1U | sum >> 15U) & 0xFFFFU) + static_cast<unsigned char>(byte);
    }
    return static_cast<std::uint16_t>(sum & 0xFFFFU);
}

/// Takes numbers off the front; remembers when there was none.
class Reader {
public:
    explicit Reader(std::string_view bytes)
        : rest_(bytes)
    {
    }
    std::uint64_t number()
    {
        std::uint64_t n = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            const std::uint64_t bits = byte & 0x7FU;
            if (bits << shift >> shift != bits) {
                break;
            }
            n |= bits << shift;
            if ((byte & 0x80U) == 0) {
                return n;
            }
        }
        bad_ = true;
        return 0;
    }
    [[nodiscard]] bool bad() const { return bad_; }
    [[nodiscard]] bool atEnd() const { return rest_.empty(); }

private:
    std::string_view rest_;
    bool bad_ = false;
};

Error damaged(std::string why)
{
    return { ErrorCode::Damaged, "not a latency histogram: " + std::move(why), {} };
}

}  // namespace

std::string LatencyHistogram::encode() const
{
    std::uint64_t used = 0;
    counts_.forEach([&used](std::size_t, std::uint64_t) { ++used; });
    std::string out(1, kVersion);
    putNumber(out, refused_);
    putNumber(out, used);
    if (used > 0) {
        putNumber(out, static_cast<std::uint64_t>(range_.min));
        putNumber(out, static_cast<std::uint64_t>(range_.max));
    }
    std::size_t next = 0;
    counts_.forEach([&](std::size_t index, std::uint64_t n) {
        putNumber(out, index - next + 1);
        putNumber(out, n);
        next = index + 1;
    });
    const std::uint16_t check = checkOf(out);
    out.push_back(static_cast<char>(check & 0xFFU));
    out.push_back(static_cast<char>(check >> 8U));
    return out;
}

Result<LatencyHistogram> LatencyHistogram::decode(std::string_view bytes)
{
    LatencyHistogram result;
    if (auto filled = result.fill(bytes); !filled) {
        return filled.error();
    }
    return result;
}

Result<void> LatencyHistogram::assign(std::string_view bytes)
{
    clear();
    auto filled = fill(bytes);
    if (!filled) {
        clear();
    }
    return filled;
}

/// Into an empty one; anything may be in it after a failure.
Result<void> LatencyHistogram::fill(std::string_view bytes)
{
    if (bytes.size() < 1 + kCheckSize) {
        return damaged("too short");
    }
    const std::string_view body = bytes.substr(0, bytes.size() - kCheckSize);
    const auto low = static_cast<unsigned char>(bytes[bytes.size() - 2]);
    const auto high = static_cast<unsigned char>(bytes[bytes.size() - 1]);
    if (checkOf(body) != (low | high << 8U)) {
        return damaged("its check sum differs");
    }
    if (body.front() != kVersion) {
        return Error { ErrorCode::Unsupported, "latency histogram of an unknown version", {} };
    }
    Reader in(body.substr(1));
    refused_ = in.number();
    const std::uint64_t used = in.number();
    constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const std::uint64_t min = used > 0 ? in.number() : 0;
    const std::uint64_t max = used > 0 ? in.number() : 0;
    if (used > buckets::kCount || min > max || max > kMost) {
        return damaged("impossible range");
    }
    std::uint64_t next = 0;
    std::uint64_t first = 0;
    for (std::uint64_t i = 0; i < used && !in.bad(); ++i) {
        const std::uint64_t distance = in.number();
        const std::uint64_t n = in.number();
        const std::uint64_t index = next + distance - 1;
        if (distance == 0 || distance > buckets::kCount || index >= buckets::kCount || n == 0
            || n > kMost - count()) {
            return damaged("impossible bucket");
        }
        addCount(index, n);
        first = i == 0 ? index : first;
        next = index + 1;
    }
    if (in.bad() || !in.atEnd()) {
        return damaged("wrong length");
    }
    if (used > 0) {
        widen({ static_cast<std::int64_t>(min), static_cast<std::int64_t>(max) });
        if (buckets::bucketFor(range_.min) != first || buckets::bucketFor(range_.max) != next - 1) {
            return damaged("its range does not fit its buckets");
        }
    }
    return {};
}

}  // namespace headroom
