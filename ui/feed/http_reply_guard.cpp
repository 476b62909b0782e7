// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/http_reply_guard.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HttpReply)
};

constexpr qsizetype kQuoted = 300;

Error unavailable(const QString& why) { return { ErrorCode::Unavailable, why.toStdString(), {} }; }

QString mediaType(const QByteArray& contentType)
{
    return QString::fromLatin1(
        contentType
            .left(contentType.indexOf(';') < 0 ? contentType.size() : contentType.indexOf(';'))
            .trimmed()
            .toLower());
}

/// What {"detail": …} says, whatever of the contract's shapes it has.
QString detailOf(const QByteArray& body)
{
    const auto detail = QJsonDocument::fromJson(body).object().value(QStringLiteral("detail"));
    if (detail.isString()) {
        return detail.toString();
    }
    if (detail.isObject()) {
        return detail.toObject().value(QStringLiteral("message")).toString();
    }
    const auto first = detail.toArray().first().toObject();
    QStringList where;
    for (const auto& part : first.value(QStringLiteral("loc")).toArray()) {
        where << part.toString();
    }
    const auto fault = first.value(QStringLiteral("msg")).toString();
    return where.isEmpty() || fault.isEmpty()
        ? fault
        : where.join(QLatin1Char('.')) + QLatin1Char(' ') + fault;
}

ErrorCode codeOf(int status)
{
    switch (status) {
    case 400:
    case 413:
    case 422:
        return ErrorCode::InvalidArgument;
    case 401:
    case 403:
        return ErrorCode::Refused;
    case 404:
        return ErrorCode::NotFound;
    case 409:
        return ErrorCode::Conflict;
    default:
        return ErrorCode::Unavailable;
    }
}

QString adviceOf(int status)
{
    switch (status) {
    case 401:
        return Words::tr("refused the token (401); give a valid one with --token-file");
    case 403:
        return Words::tr("does not allow this with the token given (403)");
    case 421:
        return Words::tr("does not answer to this host name (421)");
    case 429:
        return Words::tr("is asked too often (429)");
    default:
        return Words::tr("answered %1").arg(status);
    }
}

bool isHidden(QChar c)
{
    const auto category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Other_Surrogate || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

}  // namespace

Result<void> checkReplyHead(const HttpHead& head, const QByteArray& contentType)
{
    if (head.status >= 300 && head.status < 400) {
        return unavailable(Words::tr("answered %1, a redirect; redirects are not followed, use "
                                     "the address that it leads to")
                               .arg(head.status));
    }
    const auto encoding = head.header("content-encoding").toLower();
    if (!encoding.isEmpty() && encoding != "identity") {
        return unavailable(Words::tr("sends compressed data that were not asked for"));
    }
    if (head.header("content-length").toLongLong() > kMostReplyBytes) {
        return unavailable(Words::tr("sends more than 8 MiB in one answer"));
    }
    const auto type = mediaType(head.header("content-type"));
    if (head.status >= 200 && head.status < 300 && head.status != 204
        && type != QString::fromLatin1(contentType)) {
        return unavailable(
            Words::tr("sends unreadable data: %1 instead of %2")
                .arg(type.isEmpty() ? Words::tr("something without a type") : shownText(type, 60),
                    QString::fromLatin1(contentType)));
    }
    return {};
}

Error errorOf(const HttpHead& head, const QByteArray& body)
{
    auto text = adviceOf(head.status);
    if (const auto detail = shownText(detailOf(body), kQuoted); !detail.isEmpty()) {
        text = QStringLiteral("%1: %2").arg(text, detail);
    }
    return { codeOf(head.status), text.toStdString(), {} };
}

QString shownText(const QString& text, qsizetype most)
{
    QString shown;
    for (qsizetype i = 0; i < text.size() && shown.size() < most; ++i) {
        const auto c = text[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size()
            && text[i + 1].isLowSurrogate() && shown.size() + 2 <= most;
        if (isPair) {
            shown += c;
            shown += text[++i];
        } else if (c == QLatin1Char('\n') || c == QLatin1Char('\t') || c == QLatin1Char('\r')) {
            shown += QLatin1Char(' ');
        } else {
            shown += isHidden(c) ? QChar(0xFFFD) : c;
        }
    }
    if (shown.size() < text.size() && shown.size() >= most) {
        shown.chop(shown.at(shown.size() - 1).isLowSurrogate() ? 2 : 1);
        shown += QChar(0x2026);
    }
    return shown;
}

}  // namespace headroom::ui
