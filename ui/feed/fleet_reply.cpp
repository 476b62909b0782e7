// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/fleet_reply.h"

#include "ui/feed/http_reply_guard.h"
#include "ui/feed/remote_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FleetReply)
};

constexpr qsizetype kLongestLabel = 300;
constexpr qsizetype kMostLabels = 64;
constexpr double kLastSecond = 253'402'300'799;  // of the year 9999

Error damaged(const QString& what)
{
    return { ErrorCode::Damaged, Words::tr("sends unreadable data: %1").arg(what).toStdString(),
        {} };
}

/// What {"status":"error","error":…} says, behind the status.
Error errorOfServer(const HttpAnswer& answer)
{
    const auto said = shownText(
        QJsonDocument::fromJson(answer.body).object().value(QStringLiteral("error")).toString(),
        300);
    auto error = errorOf(answer.head, {});
    if (!said.isEmpty()) {
        error.message += ": " + said.toStdString();
    }
    return error;
}

std::optional<double> finite(const QString& text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Result<PromSample> sampleFrom(const QJsonObject& object)
{
    const auto pair = object.value(QStringLiteral("value")).toArray();
    const auto metric = object.value(QStringLiteral("metric"));
    PromSample sample;
    sample.at = pair.at(0).toDouble(-1);
    if (pair.size() != 2 || !pair.at(1).isString() || !metric.isObject() || !(sample.at >= 0)
        || sample.at > kLastSecond) {
        return damaged(Words::tr("a sample without labels, time or value"));
    }
    const auto labels = metric.toObject();
    if (labels.size() > kMostLabels) {
        return damaged(Words::tr("a sample with %1 labels").arg(labels.size()));
    }
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        const QString value = it.value().toString();
        if (!it.value().isString() || value.size() > kLongestLabel
            || it.key().size() > kLongestLabel) {
            return damaged(Words::tr("a label that is no short text"));
        }
        sample.labels.insert(it.key(), value);
    }
    sample.value = finite(pair.at(1).toString());
    return sample;
}

}  // namespace

Result<PromVector> vectorFrom(const HttpAnswer& answer)
{
    if (answer.body.size() > kMostFleetBytes) {
        return Error { ErrorCode::Damaged,
            Words::tr("answers with more than what was asked for").toStdString(), {} };
    }
    if (answer.head.status / 100 != 2) {
        return errorOfServer(answer);
    }
    const auto root = objectFrom(answer.body);
    if (!root) {
        return root.error();
    }
    const auto data = root->value(QStringLiteral("data")).toObject();
    if (root->value(QStringLiteral("status")).toString() != QLatin1String("success")
        || data.value(QStringLiteral("resultType")).toString() != QLatin1String("vector")
        || !data.value(QStringLiteral("result")).isArray()) {
        return Error { ErrorCode::Damaged,
            Words::tr("is no Prometheus server: its answer has no vector").toStdString(), {} };
    }
    const auto result = data.value(QStringLiteral("result")).toArray();
    if (result.size() > kMostFleetSamples) {
        return Error { ErrorCode::Damaged,
            Words::tr("answers with more than what was asked for").toStdString(), {} };
    }
    PromVector vector;
    for (const auto& value : result) {
        auto sample = sampleFrom(value.toObject());
        if (!sample) {
            return sample.error();
        }
        vector.samples.push_back(std::move(*sample));
    }
    const auto warnings = root->value(QStringLiteral("warnings")).toArray();
    if (!warnings.isEmpty()) {
        vector.warning = shownText(warnings.first().toString(), 200);
        if (vector.warning.isEmpty()) {
            vector.warning = Words::tr("the answer is not whole");
        }
    }
    return vector;
}

}  // namespace headroom::ui
