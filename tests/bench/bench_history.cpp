// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes simulated days of history as the program does (a row a second, a commit a minute, pruned
// each hour), then asks for them. Usage: bench_history [DAYS=30]. The load is made up; the costs
// are measured.
#include "monitor_core/history/history_store.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <vector>

namespace {

using namespace headroom;

constexpr std::int64_t kStart = 1'785'751'200;
constexpr int kQueriesPerSecond = 40;

double processorSeconds()
{
    timespec ts {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ts);
    return static_cast<double>(ts.tv_sec) + static_cast<double>(ts.tv_nsec) * 1e-9;
}

HistoryRow makeSecond(std::int64_t t, std::mt19937_64& random)
{
    std::lognormal_distribution<double> latencyMs(std::log(10.0), 0.6);
    std::uniform_real_distribution<double> noise(-1, 1);
    HistoryRow row;
    row.startSeconds = t;
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        const double mean = 100 * (static_cast<double>(i) + 1) + 10 * noise(random);
        row.metrics[i] = MetricStats { mean - 5, mean, mean + 5, mean + noise(random), 1 };
    }
    for (int i = 0; i < kQueriesPerSecond; ++i) {
        row.latency.record(
            std::chrono::nanoseconds(static_cast<std::int64_t>(latencyMs(random) * 1e6)));
    }
    return row;
}

template <typename Ask>
double medianMs(Ask ask)
{
    std::vector<double> times;
    for (int i = 0; i < 11; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        ask();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                .count());
    }
    std::nth_element(times.begin(), times.begin() + 5, times.end());
    return times[5];
}

SystemTime at(std::int64_t seconds) { return SystemTime(std::chrono::seconds(seconds)); }

}  // namespace

int main(int argc, char** argv)
{
    const int days = argc > 1 ? std::atoi(argv[1]) : 30;
    if (days < 1 || days > 400) {
        std::fprintf(stderr, "bench_history: DAYS must be 1 – 400\n");
        return 2;
    }
    const TempDir dir;
    auto opened = HistoryStore::open(dir.path(), {}, at(kStart));
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().text().c_str());
        return 1;
    }
    auto& store = *opened;
    std::mt19937_64 random(1);
    double storing = 0;
    double worstFlushMs = 0;
    const std::int64_t end = kStart + days * 86400LL;
    for (std::int64_t t = kStart; t < end; ++t) {
        auto row = makeSecond(t, random);
        const double before = processorSeconds();
        store.append(std::move(row));
        if (t % 60 == 59) {
            const auto begin = std::chrono::steady_clock::now();
            if (auto flushed = store.flush(); !flushed) {
                std::fprintf(stderr, "%s\n", flushed.error().text().c_str());
                return 1;
            }
            worstFlushMs = std::max(worstFlushMs,
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                    .count());
        }
        if (t % 3600 == 3599) {
            (void)store.prune(at(t));
        }
        storing += processorSeconds() - before;
    }
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(dir.path())) {
        bytes += entry.file_size();
    }
    const TimeRange all { at(kStart), at(end) };
    const double one = medianMs([&] { (void)store.metrics({ Metric::TotalStorage }, all, 2000); });
    std::vector<Metric> allMetrics;
    for (const auto& row : catalog()) {
        allMetrics.push_back(row.metric);
    }
    const double every = medianMs([&] { (void)store.metrics(allMetrics, all, 2000); });
    const double percentiles = medianMs([&] { (void)store.latency(all, 2000); });
    std::printf("days=%d queries_per_second=%d\n", days, kQueriesPerSecond);
    std::printf("storing_percent_of_a_core=%.3f worst_flush_ms=%.1f\n",
        100 * storing / static_cast<double>(end - kStart), worstFlushMs);
    std::printf("disk_mb=%.1f\n", static_cast<double>(bytes) / (1024 * 1024));
    std::printf("query_one_metric_ms=%.2f query_all_metrics_ms=%.2f query_percentiles_ms=%.2f\n",
        one, every, percentiles);
    return 0;
}
