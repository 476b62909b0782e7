// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
// What a backtest of 24 h of seconds costs while a bound is dragged: one metric is replayed a
// step, all of them when the history is new. The history is made up (a wandering value, and one
// that crosses its bound every second, the worst case); the costs are measured. Beside each time
// stands what one pass over the same samples costs that only adds them up, so that machines can be
// compared. Usage: bench_backtest POLICY.json
#include "monitor_core/backtest.h"
#include "monitor_core/policy/policy_json.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>

namespace {

using namespace headroom;

constexpr int kDay = 86'400;

/// Of this process alone: other work on the machine does not count.
double processorMs()
{
    timespec ts {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ts);
    return static_cast<double>(ts.tv_sec) * 1e3 + static_cast<double>(ts.tv_nsec) * 1e-6;
}

template <typename Do>
double medianMs(Do act)
{
    std::vector<double> times;
    for (int i = 0; i < 21; ++i) {
        const double begin = processorMs();
        act();
        times.push_back(processorMs() - begin);
    }
    std::nth_element(times.begin(), times.begin() + 10, times.end());
    return times[10];
}

/// Shares of the limit, a second each.
std::vector<BacktestStretch> dayOf(double limit, bool isFlapping)
{
    std::mt19937_64 random(1);
    std::normal_distribution<double> noise(0, 0.02);
    BacktestStretch stretch;
    SystemTime at(std::chrono::seconds(1'785'751'200));
    double share = 0.5;
    for (int i = 0; i < kDay; ++i) {
        share = std::clamp(share + noise(random), 0.0, 1.2);
        const double flapping = i % 2 == 0 ? 0.1 : 0.95;
        stretch.samples.push_back({ at, limit * (isFlapping ? flapping : share) });
        at += std::chrono::seconds(1);
    }
    return { stretch };
}

}  // namespace

int main(int count, char** arguments)
{
    std::ifstream file(count > 1 ? arguments[1] : "resources/policy.certified.json");
    const std::string text { std::istreambuf_iterator<char>(file),
        std::istreambuf_iterator<char>() };
    const auto policy = policyFromJson(text);
    if (!policy) {
        std::fprintf(stderr, "bench_backtest: %s\n", policy.error().text().c_str());
        return EXIT_FAILURE;
    }
    const EditableThresholds wanted { policy->thresholds, policy->gate.resumeBelow,
        policy->gate.resumeStorageBelow, policy->gate.failClosed };
    std::printf("24 h of seconds, processor time, median of 21\n");
    std::printf("%-20s %14s %14s %14s\n", "", "wandering ms", "flapping ms", "adding up ms");
    double all = 0;
    double sum = 0;
    std::size_t alerts = 0;
    for (const auto& metric : catalog()) {
        if (metric.metric == Metric::AuditRetention) {
            continue;
        }
        const double limit = policy->limits[indexOf(metric.metric)];
        const auto question = backtestQuestion(
            metric.metric, wanted, limit, policy->gate.pauseAt, policy->gate.haltAt);
        const auto calm = dayOf(limit, false);
        const auto wild = dayOf(limit, true);
        const double calmMs = medianMs([&] { alerts += backtest(question, calm).size(); });
        const double wildMs = medianMs([&] { alerts += backtest(question, wild).size(); });
        const double addMs = medianMs([&] {
            for (const auto& sample : calm[0].samples) {
                sum += sample.value;
            }
        });
        all += calmMs;
        std::printf(
            "%-20s %14.2f %14.2f %14.3f\n", std::string(metric.key).c_str(), calmMs, wildMs, addMs);
    }
    std::printf("%-20s %14.2f\n", "all six", all);
    // Printed so that nothing of it is optimised away.
    std::printf("(%zu alerts, sum %g)\n", alerts, sum);
    return EXIT_SUCCESS;
}
