// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"

#include <QCoreApplication>
#include <QPointer>

#include <functional>
#include <utility>

namespace headroom::ui {

/// What a core's or a network's thread may call: carries its answer into the main thread, to
/// `answered`, unless `asker` is gone by then. It goes by the application, because the feed may be
/// gone too. Made in the main thread or, with a QPointer made there, in any.
template <typename Answer>
std::function<void(Result<Answer>)> inMainThread(
    const QPointer<QObject>& asker, Feed::Answered<Answer> answered)
{
    return [asker, answered = std::move(answered)](Result<Answer> result) {
        if (QCoreApplication::instance() == nullptr) {
            return;
        }
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [asker, answered, result = std::move(result)] {
                if (asker) {
                    answered(result);
                }
            },
            Qt::QueuedConnection);
    };
}

/// Says no, later than the call, as every answer comes.
template <typename Answer>
void refuseLater(QObject* context, const Feed::Answered<Answer>& answered, const QString& why)
{
    inMainThread<Answer>(context, answered)(
        Error { ErrorCode::Unavailable, why.toStdString(), {} });
}

}  // namespace headroom::ui
