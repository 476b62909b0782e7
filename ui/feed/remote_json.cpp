// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_json.h"

#include "monitor_core/base/utc_text.h"
#include "ui/feed/http_reply_guard.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RemoteJson)
};

constexpr std::int64_t kMostCount = std::int64_t { 1 } << 53;

QString fromLatin(const char* text) { return QString::fromLatin1(text); }

bool isIdentifierCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
        || c == '_' || c == '.' || c == ':';
}

}  // namespace

void JsonFault::note(const QString& what)
{
    if (text_.isEmpty()) {
        text_ = what;
    }
}

Error JsonFault::error() const
{
    return { ErrorCode::Damaged,
        Words::tr("sends unreadable data: %1").arg(shownText(text_, 200)).toStdString(), {} };
}

JsonFields::JsonFields(QJsonObject object, QString path, JsonFault& fault)
    : object_(std::move(object))
    , path_(std::move(path))
    , fault_(&fault)
{
}

QJsonValue JsonFields::value(const char* key) const { return object_.value(QLatin1String(key)); }

bool JsonFields::isNull(const char* key) const { return has(key) && value(key).isNull(); }

bool JsonFields::has(const char* key) const { return object_.contains(QLatin1String(key)); }

void JsonFields::note(const char* key, const QString& what) const
{
    fault_->note(path_ + fromLatin(key) + QLatin1Char(' ')
        + (has(key) ? what : QStringLiteral("is missing")));
}

double JsonFields::number(const char* key, double least, double most) const
{
    const auto found = value(key);
    const double number = found.toDouble(std::nan(""));
    if (!found.isDouble() || !std::isfinite(number) || number < least || number > most) {
        note(key, QStringLiteral("is no number from %1 to %2").arg(least).arg(most));
        return least;
    }
    return number;
}

std::optional<double> JsonFields::numberOrNull(const char* key, double least, double most) const
{
    return isNull(key) ? std::nullopt : std::optional(number(key, least, most));
}

std::int64_t JsonFields::integer(const char* key, std::int64_t least, std::int64_t most) const
{
    const auto found = value(key);
    constexpr auto kNone = std::numeric_limits<std::int64_t>::min();
    const std::int64_t number = found.isDouble() ? found.toInteger(kNone) : kNone;
    if (number == kNone || number < least || number > most) {
        note(key, QStringLiteral("is no whole number from %1 to %2").arg(least).arg(most));
        return least;
    }
    return number;
}

std::optional<std::int64_t> JsonFields::integerOrNull(
    const char* key, std::int64_t least, std::int64_t most) const
{
    return isNull(key) ? std::nullopt : std::optional(integer(key, least, most));
}

std::uint64_t JsonFields::count(const char* key) const
{
    return static_cast<std::uint64_t>(integer(key, 0, kMostCount));
}

bool JsonFields::flag(const char* key) const
{
    const auto found = value(key);
    if (!found.isBool()) {
        note(key, QStringLiteral("is neither true nor false"));
    }
    return found.toBool();
}

std::string JsonFields::text(const char* key, int most) const
{
    const auto found = value(key);
    if (!found.isString()) {
        note(key, QStringLiteral("is no text"));
    }
    return shownText(found.toString(), most).toStdString();
}

std::string JsonFields::identifier(const char* key) const
{
    constexpr std::size_t kMost = 128;
    auto text = value(key).toString().toStdString();
    if (text.empty() || text.size() > kMost
        || !std::all_of(text.begin(), text.end(), isIdentifierCharacter)) {
        note(key, QStringLiteral("is no identifier"));
        return {};
    }
    return text;
}

SystemTime JsonFields::time(const char* key) const
{
    // Two times of other centuries are further apart than nanoseconds in 64 bits can say.
    static const auto kLatest = SystemTime(std::chrono::sys_days(std::chrono::year(2200) / 1 / 1));
    const auto parsed = parseUtcText(value(key).toString().toStdString());
    if (!parsed || *parsed < SystemTime {} || *parsed >= kLatest) {
        note(key, QStringLiteral("is no time from 1970 to 2199"));
        return {};
    }
    return *parsed;
}

std::optional<SystemTime> JsonFields::timeOrNull(const char* key) const
{
    return isNull(key) ? std::nullopt : std::optional(time(key));
}

JsonFields JsonFields::object(const char* key) const
{
    const auto found = value(key);
    if (!found.isObject()) {
        note(key, QStringLiteral("is no object"));
    }
    return { found.toObject(), path_ + fromLatin(key) + QLatin1Char('.'), *fault_ };
}

std::optional<JsonFields> JsonFields::objectOrNull(const char* key) const
{
    return isNull(key) ? std::nullopt : std::optional(object(key));
}

std::vector<JsonFields> JsonFields::objects(const char* key, qsizetype most) const
{
    const auto found = value(key);
    const auto array = found.toArray();
    if (!found.isArray() || array.size() > most) {
        note(key, QStringLiteral("is no list of at most %1").arg(most));
        return {};
    }
    std::vector<JsonFields> fields;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto path = path_ + fromLatin(key) + QStringLiteral("[%1].").arg(i);
        if (!array[i].isObject()) {
            fault_->note(path + QStringLiteral(" is no object"));
        }
        fields.emplace_back(array[i].toObject(), path, *fault_);
    }
    return fields;
}

std::vector<std::string> JsonFields::texts(const char* key, qsizetype most, int longest) const
{
    const auto found = value(key);
    const auto array = found.toArray();
    if (!found.isArray() || array.size() > most) {
        note(key, QStringLiteral("is no list of at most %1").arg(most));
        return {};
    }
    std::vector<std::string> texts;
    for (const auto& one : array) {
        if (!one.isString()) {
            note(key, QStringLiteral("has something that is no text"));
        }
        texts.push_back(shownText(one.toString(), longest).toStdString());
    }
    return texts;
}

Result<QJsonObject> objectFrom(const QByteArray& text)
{
    QJsonParseError parse {};
    const auto document = QJsonDocument::fromJson(text, &parse);
    JsonFault fault;
    if (parse.error != QJsonParseError::NoError) {
        fault.note(QStringLiteral("%1 at byte %2").arg(parse.errorString()).arg(parse.offset));
        return fault.error();
    }
    if (!document.isObject()) {
        fault.note(QStringLiteral("it is no object"));
        return fault.error();
    }
    return document.object();
}

}  // namespace headroom::ui
