// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/metrics/catalog.h"
#include "ui/feed/service_probe.h"

#include <QString>

#include <array>
#include <optional>
#include <string>

namespace headroom::ui {

/// What is to be known of a service before one relies on it.
struct ServiceFindings {
    HttpPeer peer;  ///< who was asked
    HttpTrace trace;  ///< how far the question came that failed, or the last one
    int status = 0;  ///< of its answer; 0: there was none
    std::string error;  ///< behind the service's address; empty: all went well
    std::optional<ServiceKind> kind;
    QString role;  ///< of the token, as the service says: "read"
    QString source;  ///< what it measures: "filesystem /srv/depository"
    std::optional<std::array<bool, kMetricCount>> covers;
};

/// Asks a service who it is, whether it takes the token, and what it measures; harmless questions.
/// The token stays here when it would travel in the open. Lives in the thread that makes it.
class ServiceCheck final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const ServiceFindings&)>;

    explicit ServiceCheck(HttpPeer peer, QObject* parent = nullptr);

    /// Answers once, later than the call; never when this object is gone by then.
    void start(Done done);

private:
    void takeKind(const Result<ServiceKind>& kind);
    void takeSnapshot(const Result<HttpAnswer>& answer);
    void takeOlder(const QByteArray& scaleStatus);
    void finish();

    Done done_;
    ServiceFindings findings_;
    ServiceProbe probe_;
    HttpExchange* exchange_ = nullptr;  ///< child
};

/// What is to be known of a Prometheus server.
struct PrometheusFindings {
    HttpPeer peer;
    HttpTrace trace;
    int status = 0;
    std::string error;  ///< behind the server's address; empty: it is one and answers
    QString version;  ///< "2.53.0"
    std::optional<int> depositories;  ///< that it scrapes; empty: it would not say
    std::optional<bool> hasRank;  ///< it records the rule that makes the fleet's page quick
};

/// Asks a Prometheus server what it is and how many depositories it scrapes. Lives in the thread
/// that makes it.
class PrometheusCheck final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const PrometheusFindings&)>;

    explicit PrometheusCheck(HttpPeer peer, QObject* parent = nullptr);

    void start(Done done);

private:
    void ask(const QByteArray& path, void (PrometheusCheck::*take)(const Result<HttpAnswer>&));
    void takeBuild(const Result<HttpAnswer>& answer);
    void takeCount(const Result<HttpAnswer>& answer);
    void takeRank(const Result<HttpAnswer>& answer);
    void finish();

    Done done_;
    PrometheusFindings findings_;
    HttpExchange* exchange_ = nullptr;  ///< child
};

}  // namespace headroom::ui
