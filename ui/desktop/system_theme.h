// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace headroom::ui {

/// Whether the desktop is dark or light: what its portal says (Qt asks it from 6.5 on), else what
/// the palette looks like. Never blocks. Main thread.
class SystemTheme : public QObject {
    Q_OBJECT
public:
    explicit SystemTheme(QObject* parent = nullptr);

    [[nodiscard]] ThemeKind kind() const;

    /// An answer of the portal: 1 prefers dark, 2 light, all else nothing.
    void take(uint colorScheme);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private Q_SLOTS:
    void takeSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask();

    std::optional<ThemeKind> said_;
};

}  // namespace headroom::ui
