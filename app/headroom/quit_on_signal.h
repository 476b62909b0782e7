// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace headroom {

/// SIGINT and SIGTERM end the event loop as closing the window does, so that everything is stopped
/// in order. One per process, while a QCoreApplication exists.
class QuitOnSignal : public QObject {
    Q_OBJECT
public:
    explicit QuitOnSignal(QObject* parent = nullptr);
    ~QuitOnSignal() override;
};

}  // namespace headroom
