// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_requests.h"

#include "monitor_core/base/utc_text.h"
#include "monitor_core/policy/policy_json.h"
#include "ui/feed/remote_json.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <array>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RemoteRequests)
};

/// A command may wait 5 s for the disk of the service; its answer says so.
constexpr std::chrono::seconds kCommandWithin { 8 };
/// Thousands of points take longer to read than a snapshot.
constexpr std::chrono::seconds kHistoryWithin { 10 };
/// A trail may be seven years long.
constexpr std::chrono::seconds kVerdictWithin { 120 };
constexpr std::size_t kMostSteps = 1000;

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

/// The person, as services take one: without what would look like another token's name.
QString person(const std::string& actor)
{
    constexpr qsizetype kMost = 40;
    auto name = text(actor);
    name.remove(QLatin1Char('(')).remove(QLatin1Char(')'));
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return name.left(kMost);
}

HttpRequest post(const QString& path, QJsonObject body)
{
    HttpRequest request;
    request.method = "POST";
    request.path = path.toLatin1();
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.within = kCommandWithin;
    return request;
}

QString alertPath(const std::string& id, const char* verb)
{
    return QStringLiteral("/api/v1/alerts/")
        + QString::fromLatin1(QUrl::toPercentEncoding(text(id))) + QLatin1Char('/')
        + QLatin1String(verb);
}

/// One request a kind of command; `by` is who asks.
struct RequestOf {
    QJsonObject by;

    [[nodiscard]] QJsonObject with(
        std::initializer_list<std::pair<const char*, QJsonValue>> values) const
    {
        auto body = by;
        for (const auto& [key, value] : values) {
            body.insert(QLatin1String(key), value);
        }
        return body;
    }
    HttpRequest operator()(const ConfigureWorkload& command) const
    {
        const auto& settings = command.settings;
        return post(QStringLiteral("/api/v1/workload"),
            with({ { "writers", settings.writers },
                { "writes_per_second", settings.writeRate.value },
                { "max_artifact_bytes", static_cast<qint64>(settings.maxArtifactSize.count) },
                { "storage_limit_bytes", static_cast<qint64>(settings.storageLimit.count) },
                { "queries_per_second", settings.queryRate.value },
                { "delete_oldest", settings.deleteOldest },
                { "keep_below_ratio", settings.keepBelow.value } }));
    }
    HttpRequest operator()(const FreeWorkloadSpace& command) const
    {
        return post(QStringLiteral("/api/v1/workload/free-space"),
            with({ { "keep_ratio", command.keep.value } }));
    }
    HttpRequest operator()(const AcknowledgeAlert& command) const
    {
        return post(
            alertPath(command.alertId, "acknowledge"), with({ { "note", text(command.note) } }));
    }
    HttpRequest operator()(const ShelveAlert& command) const
    {
        return post(alertPath(command.alertId, "shelve"),
            with({ { "duration_seconds", static_cast<qint64>(command.duration.count()) },
                { "reason", text(command.reason) } }));
    }
    HttpRequest operator()(const UnshelveAlert& command) const
    {
        return post(alertPath(command.alertId, "unshelve"), by);
    }
    HttpRequest operator()(const RecordReview& command) const
    {
        // Signed with the reviewer's own name, so there is no `by`.
        QJsonObject body;
        body.insert(QStringLiteral("reviewer"), text(command.reviewer));
        body.insert(QStringLiteral("meaning"), text(command.meaning));
        body.insert(QStringLiteral("note"), text(command.note));
        body.insert(QStringLiteral("is_approved"), command.isApproved);
        return post(QStringLiteral("/api/v1/certification/reviews"), body);
    }
    HttpRequest operator()(const ChangeThresholds&) const { return thresholdsRequest(); }
    /// Drills are this screen's alone; the feed refuses before it gets here.
    HttpRequest operator()(const RecordDrill&) const { return {}; }
};

QByteArray rangeText(TimeRange range, int maxPoints)
{
    const auto points = std::clamp(maxPoints, 1, kMaxHistoryPoints);
    return "&from=" + QByteArray::fromStdString(toUtcText(range.from)) + "&to="
        + QByteArray::fromStdString(toUtcText(range.to)) + "&points=" + QByteArray::number(points);
}

HttpRequest question(const QByteArray& path)
{
    HttpRequest request;
    request.path = path;
    request.within = kHistoryWithin;
    return request;
}

}  // namespace

HttpRequest requestFor(const Command& command)
{
    QJsonObject by;
    if (const auto name = person(command.actor); !name.isEmpty()) {
        by.insert(QStringLiteral("by"), name);
    }
    return std::visit(RequestOf { by }, command.what);
}

HttpRequest thresholdsRequest() { return question("/api/v1/thresholds"); }

Result<HttpRequest> changeRequest(
    const ChangeThresholds& change, const std::string& actor, const QByteArray& inForce)
{
    const auto object = objectFrom(inForce);
    if (!object) {
        return object.error();
    }
    auto policy = policyFromJson(
        QJsonDocument(object->value(QStringLiteral("policy")).toObject()).toJson().toStdString());
    if (!policy) {
        return Error { ErrorCode::Damaged,
            Words::tr("sends thresholds that this program cannot read: %1")
                .arg(QString::fromStdString(policy.error().text()))
                .toStdString(),
            {} };
    }
    policy->thresholds = change.wanted.thresholds;
    policy->gate.resumeBelow = change.wanted.resumeBelow;
    policy->gate.resumeStorageBelow = change.wanted.resumeStorageBelow;
    policy->gate.failClosed = change.wanted.failClosed;
    QJsonObject body;
    body.insert(QStringLiteral("version"), static_cast<qint64>(change.basedOnVersion));
    body.insert(QStringLiteral("reason"), text(change.reason));
    body.insert(QStringLiteral("by"), person(actor));
    body.insert(QStringLiteral("policy"),
        QJsonDocument::fromJson(QByteArray::fromStdString(policyToJson(*policy))).object());
    auto request = post(QStringLiteral("/api/v1/thresholds"), body);
    request.method = "PUT";
    return request;
}

HttpRequest metricsRequest(const std::vector<Metric>& metrics, TimeRange range, int maxPoints)
{
    QByteArray keys;
    for (const auto metric : metrics) {
        const auto key = info(metric).key;
        keys += (keys.isEmpty() ? "" : ",")
            + QByteArray(key.data(), static_cast<qsizetype>(key.size()));
    }
    return question("/api/v1/history?metric=" + keys + rangeText(range, maxPoints));
}

HttpRequest latencyRequest(TimeRange range, int maxPoints)
{
    return question("/api/v1/history?metric=query_latency" + rangeText(range, maxPoints));
}

HttpRequest alertHistoryRequest(std::size_t limit)
{
    return question("/api/v1/alerts/history?limit="
        + QByteArray::number(
            static_cast<qulonglong>(std::clamp<std::size_t>(limit, 1, kMostSteps))));
}

HttpRequest forecastRequest() { return question("/api/v1/forecast"); }

HttpRequest certificationRequest() { return question("/api/v1/certification"); }

HttpRequest auditRequest(const AuditRange& range)
{
    const auto limit = std::clamp<std::size_t>(range.limit, 1, kMaxAuditRecords);
    QByteArray path = "/api/v1/audit?limit=" + QByteArray::number(static_cast<qulonglong>(limit));
    if (range.after) {
        path += "&after=" + QByteArray::number(static_cast<qulonglong>(*range.after));
    }
    return question(path);
}

HttpRequest verifyRequest()
{
    auto request = question("/api/v1/audit/verify");
    request.within = kVerdictWithin;
    return request;
}

}  // namespace headroom::ui
