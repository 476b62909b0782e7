// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How soon dashboards are back, each with the back-off of the product and a seed of its own, when a
// real headroomd (or the way to it) was gone so long that every back-off is at its cap. By hand:
// soak_recovery HEADROOMD [OUTAGE_SECONDS=90 [DASHBOARDS=24]]. One line an outage; exit code 1 if
// one of them took longer than 35 s or showed a level without contact.
#include "tests/soak/relay.h"
#include "tests/soak/warped_clock.h"
#include "tests/support/daemon_process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_certificate.h"
#include "ui/feed/remote_feed.h"
#include "ui/feed/remote_url.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

constexpr double kPromised = 35;  // seconds
constexpr int kPatience = 120;  // seconds; ends an outage that nobody comes back from

struct Settings {
    std::string program;
    std::chrono::seconds outage { 90 };
    unsigned dashboards = 24;
};

/// A headroomd that comes back on its port, with another certificate if need be.
class Service {
public:
    Service(std::string program, bool isTls)
        : program_(std::move(program))
        , isTls_(isTls)
    {
    }

    bool start()
    {
        std::vector<std::string> arguments { "--listen", "127.0.0.1:" + std::to_string(port_),
            "--state-dir", (dir_.path() / "state").string(), "--source", "workload" };
        if (isTls_) {
            arguments.insert(arguments.end(),
                { "--tls-cert", certificateFile().string(), "--tls-key", keyFile().string() });
        }
        process_ = std::make_unique<DaemonProcess>(program_, std::move(arguments), dir_.path());
        const QUrl url(QString::fromStdString(process_->url()));
        if (!url.isValid() || url.port() <= 0) {
            std::fprintf(
                stderr, "soak_recovery: the service did not start: %s\n", process_->log().c_str());
            return false;
        }
        port_ = static_cast<quint16>(url.port());
        return true;
    }
    void kill()
    {
        process_->signal(SIGKILL);
        static_cast<void>(process_->exitCode());
    }
    void signal(int number) { process_->signal(number); }

    void useCertificate(const TestCertificate& certificate)
    {
        certificate.write(certificateFile());
        std::FILE* const out = std::fopen(keyFile().c_str(), "w");
        PEM_write_PrivateKey(out, certificate.key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(out);
        std::filesystem::permissions(keyFile(), std::filesystem::perms::owner_read);
    }

    [[nodiscard]] quint16 port() const { return port_; }
    [[nodiscard]] std::filesystem::path folder() const { return dir_.path(); }

private:
    [[nodiscard]] std::filesystem::path certificateFile() const { return dir_.path() / "cert.pem"; }
    [[nodiscard]] std::filesystem::path keyFile() const { return dir_.path() / "key.pem"; }

    std::string program_;
    bool isTls_;
    TempDir dir_;
    quint16 port_ = 0;
    std::unique_ptr<DaemonProcess> process_;
};

void letRun(std::chrono::milliseconds time)
{
    QElapsedTimer timer;
    timer.start();
    do {
        QCoreApplication::processEvents();
        QThread::msleep(2);
    } while (timer.elapsed() < time.count());
}

bool isBack(const Feed& feed)
{
    return feed.contact().isConnected && feed.latest()
        && feed.latest()->of(Metric::TotalStorage).freshness == Freshness::Live
        && feed.latest()->worst != Level::Unknown;
}

/// Colours although nobody is heard.
bool isLying(const Feed& feed)
{
    const auto snapshot = feed.latest();
    return !feed.contact().isConnected && snapshot
        && std::any_of(snapshot->metrics.begin(), snapshot->metrics.end(),
            [](const MetricState& state) { return state.level != Level::Unknown; });
}

class Dashboards {
public:
    Dashboards(const Settings& settings, const Service& service, const QString& url,
        const QList<QSslCertificate>& authorities)
    {
        for (unsigned i = 0; i < settings.dashboards; ++i) {
            RemoteSettings remote;
            remote.peer.url = *checkedServiceUrl(url);
            remote.peer.authorities = authorities;
            remote.headFile = QString::fromStdString(
                (service.folder() / ("heads" + std::to_string(i))).string());
            remote.seed = i + 1;
            feeds_.push_back(std::make_unique<RemoteFeed>(std::move(remote), clock_));
        }
    }

    [[nodiscard]] WarpedClock& clock() { return clock_; }
    [[nodiscard]] bool areAllBack() const
    {
        return std::all_of(feeds_.begin(), feeds_.end(), [](const auto& f) { return isBack(*f); });
    }
    [[nodiscard]] bool areAllLost() const
    {
        return std::none_of(feeds_.begin(), feeds_.end(),
            [](const auto& feed) { return feed->contact().isConnected; });
    }
    [[nodiscard]] bool waitForAll()
    {
        QElapsedTimer timer;
        timer.start();
        while (!areAllBack() && timer.elapsed() < kPatience * 1000) {
            letRun(20ms);
        }
        return areAllBack();
    }
    /// Seconds until each is back, sorted; those that never came are kPatience.
    [[nodiscard]] std::vector<double> recoveries()
    {
        QElapsedTimer timer;
        timer.start();
        std::vector<double> seconds(feeds_.size(), kPatience);
        std::size_t missing = feeds_.size();
        while (missing > 0 && timer.elapsed() < kPatience * 1000) {
            letRun(10ms);
            for (std::size_t i = 0; i < feeds_.size(); ++i) {
                lies_ += isLying(*feeds_[i]) ? 1 : 0;
                if (seconds[i] == kPatience && isBack(*feeds_[i])) {
                    seconds[i] = static_cast<double>(timer.elapsed()) / 1000;
                    --missing;
                }
            }
        }
        std::sort(seconds.begin(), seconds.end());
        return seconds;
    }
    void endure(std::chrono::seconds outage)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < outage.count() * 1000) {
            letRun(50ms);
            for (const auto& feed : feeds_) {
                lies_ += isLying(*feed) ? 1 : 0;
            }
        }
    }
    [[nodiscard]] int lies() const { return lies_; }

private:
    WarpedClock clock_;
    std::vector<std::unique_ptr<RemoteFeed>> feeds_;
    int lies_ = 0;
};

/// One outage: what takes the service away, what passes meanwhile, what brings it back.
struct Outage {
    const char* what;
    std::function<void()> begin;
    std::function<void()> pass;
    std::function<bool()> end;
};

bool play(const Outage& outage, Dashboards& dashboards)
{
    if (!dashboards.waitForAll()) {
        std::printf("%-46s no contact before it began\n", outage.what);
        return false;
    }
    letRun(12s);  // of contact: then the back-off begins anew
    const int liesBefore = dashboards.lies();
    outage.begin();
    outage.pass();
    const bool wereLost = dashboards.areAllLost();
    QElapsedTimer starting;
    starting.start();
    const bool isEnded = outage.end();
    const double startSeconds = static_cast<double>(starting.elapsed()) / 1000;
    const auto seconds = dashboards.recoveries();
    const int lies = dashboards.lies() - liesBefore;
    const bool isGood = isEnded && wereLost && seconds.back() <= kPromised && lies == 0;
    std::printf("%-46s back after s: first %.1f median %.1f last %.1f (service up in %.2f)  "
                "lost before: %s  levels without contact: %d  %s\n",
        outage.what, seconds.front(), seconds[seconds.size() / 2], seconds.back(), startSeconds,
        wereLost ? "all" : "NOT ALL", lies, isGood ? "ok" : "MISSED");
    std::fflush(stdout);
    return isGood;
}

bool playPlain(const Settings& settings)
{
    Service service(settings.program, false);
    if (!service.start()) {
        return false;
    }
    Relay relay(service.port());
    Dashboards dashboards(
        settings, service, QStringLiteral("http://127.0.0.1:%1").arg(relay.port()), {});
    const auto forReal = [&] { dashboards.endure(settings.outage); };
    const auto anHour = [&] {
        for (int second = 0; second < 3600; ++second) {
            dashboards.clock().add(1s);
            letRun(5ms);
        }
        dashboards.endure(5s);
    };
    bool isGood = true;
    const auto outage = [&](const char* what, auto begin, auto pass, auto end) {
        isGood = play({ what, begin, pass, end }, dashboards) && isGood;
    };
    const auto start = [&] { return service.start(); };
    outage(
        "killed, started again", [&] { service.kill(); }, forReal, start);
    outage(
        "killed, an hour gone", [&] { service.kill(); }, anHour, start);
    outage(
        "frozen (SIGSTOP), continued", [&] { service.signal(SIGSTOP); }, forReal,
        [&] {
            service.signal(SIGCONT);
            return true;
        });
    outage(
        "network gone, and back", [&] { relay.setGone(true); }, forReal,
        [&] {
            relay.setGone(false);
            return true;
        });
    outage(
        "this machine asleep for 8 h", [&] { relay.setGone(true); },
        [&] {
            dashboards.clock().add(8h);
            dashboards.endure(1s);
        },
        [&] {
            relay.setGone(false);
            return true;
        });
    return isGood;
}

bool playTls(const Settings& settings)
{
    constexpr long kHour = TestCertificate::kHour;
    const TestCertificate first;
    const TestCertificate expired("IP:127.0.0.1", -2 * kHour, -kHour);
    const TestCertificate renewed;
    Service service(settings.program, true);
    service.useCertificate(first);
    QList<QSslCertificate> authorities;
    for (const auto* certificate : { &first, &expired, &renewed }) {
        const auto file = service.folder() / "authority.pem";
        certificate->write(file);
        authorities += *authoritiesFrom(QString::fromStdString(file.string()));
    }
    if (!service.start()) {
        return false;
    }
    Dashboards dashboards(
        settings, service, QStringLiteral("https://127.0.0.1:%1").arg(service.port()), authorities);
    const auto restartWith = [&](const TestCertificate& certificate) {
        service.kill();
        service.useCertificate(certificate);
        return service.start();
    };
    return play(
        { "certificate expired, then renewed", [&] { restartWith(expired); },
            [&] { dashboards.endure(settings.outage); }, [&] { return restartWith(renewed); } },
        dashboards);
}

}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    Settings settings;
    settings.program = argc > 1 ? argv[1] : "";
    settings.outage = std::chrono::seconds(argc > 2 ? std::atoi(argv[2]) : 90);
    settings.dashboards = static_cast<unsigned>(argc > 3 ? std::atoi(argv[3]) : 24);
    if (settings.program.empty() || settings.outage < 5s || settings.dashboards < 1
        || settings.dashboards > 60) {
        std::fprintf(stderr,
            "usage: soak_recovery HEADROOMD [OUTAGE_SECONDS=90 (5 and more) [DASHBOARDS=24 (1 – "
            "60)]]\n");
        return 2;
    }
    const bool isPlainGood = playPlain(settings);
    const bool isTlsGood = playTls(settings);
    return isPlainGood && isTlsGood ? 0 : 1;
}
