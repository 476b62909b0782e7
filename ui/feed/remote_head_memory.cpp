// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_head_memory.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr qint64 kMostBytes = 1024 * 1024;
constexpr qsizetype kMostServices = 1000;
constexpr qsizetype kHashDigits = 64;
const QString kHead = QStringLiteral("head");
const QString kAlarm = QStringLiteral("alarm");

QString text(const ChainHead& head)
{
    return QString::number(head.sequence) + QLatin1Char(':') + head.hash;
}

}  // namespace

std::optional<ChainHead> chainHeadFrom(const std::string& head)
{
    const auto whole = QString::fromStdString(head);
    const auto colon = whole.indexOf(QLatin1Char(':'));
    bool isNumber = false;
    const auto sequence = whole.left(std::max<qsizetype>(colon, 0)).toULongLong(&isNumber);
    const auto hash = whole.mid(colon + 1);
    const bool isHex
        = hash.size() == kHashDigits && std::all_of(hash.begin(), hash.end(), [](QChar c) {
              return (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
                  || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
          });
    if (!isNumber || sequence == 0 || !isHex) {
        return std::nullopt;
    }
    return ChainHead { sequence, hash };
}

HeadMemory::HeadMemory(QString file)
    : file_(std::move(file))
{
    QFile stored(file_);
    if (!file_.isEmpty() && stored.size() <= kMostBytes && stored.open(QIODevice::ReadOnly)) {
        services_ = QJsonDocument::fromJson(stored.read(kMostBytes)).object();
    }
}

std::optional<ChainHead> HeadMemory::remembered(const QString& service) const
{
    return chainHeadFrom(services_.value(service).toObject().value(kHead).toString().toStdString());
}

QString HeadMemory::alarm(const QString& service) const
{
    return services_.value(service).toObject().value(kAlarm).toString();
}

void HeadMemory::remember(const QString& service, const ChainHead& head)
{
    if (remembered(service) == head
        || (!services_.contains(service) && services_.size() >= kMostServices)) {
        return;
    }
    auto entry = services_.value(service).toObject();
    entry.insert(kHead, text(head));
    services_.insert(service, entry);
    isDirty_ = true;
}

void HeadMemory::setAlarm(const QString& service, const QString& why)
{
    // The first one is the evidence; what is seen after it may be a cover.
    if (alarm(service).isEmpty()) {
        auto entry = services_.value(service).toObject();
        entry.insert(kAlarm, why);
        services_.insert(service, entry);
        isDirty_ = true;
    }
}

HeadMemory::Seen HeadMemory::take(const QString& service, const ChainHead& head)
{
    const auto before = remembered(service);
    if (!alarm(service).isEmpty()) {
        return Seen::Changed;
    }
    if (!before) {
        remember(service, head);
        return Seen::Fine;
    }
    if (head == *before) {
        return Seen::Fine;
    }
    if (head.sequence > before->sequence) {
        return Seen::Grown;
    }
    setAlarm(service,
        head.sequence < before->sequence
            ? QStringLiteral("the audit trail of the service was cut: it ends with record %1, and "
                             "record %2 was seen here")
                  .arg(head.sequence)
                  .arg(before->sequence)
            : QStringLiteral("the audit trail of the service was rewritten: its record %1 is "
                             "another than was seen here")
                  .arg(before->sequence));
    return Seen::Changed;
}

HeadMemory::Seen HeadMemory::takeRecord(
    const QString& service, const QString& hash, const ChainHead& head)
{
    const auto before = remembered(service);
    if (!alarm(service).isEmpty()) {
        return Seen::Changed;
    }
    if (before && hash != before->hash) {
        setAlarm(service,
            QStringLiteral("the audit trail of the service was rewritten: its record %1 is another "
                           "than was seen here")
                .arg(before->sequence));
        return Seen::Changed;
    }
    remember(service, head);
    return Seen::Fine;
}

void HeadMemory::accept(const QString& service)
{
    services_.remove(service);
    isDirty_ = true;
}

bool HeadMemory::flush()
{
    if (!isDirty_ || file_.isEmpty()) {
        return true;
    }
    QSaveFile target(file_);
    const auto bytes = QJsonDocument(services_).toJson();
    const bool isWritten = target.open(QIODevice::WriteOnly)
        && target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && target.write(bytes) == bytes.size() && target.commit();
    isDirty_ = !isWritten;
    return isWritten;
}

}  // namespace headroom::ui
