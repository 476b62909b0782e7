// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QString>
#include <QVector>
#include <QWidget>

namespace headroom::ui {

/// Names in two columns, each with a mark: there, not there, not known. Desk only. Main thread.
class CoverList final : public QWidget {
    Q_OBJECT
public:
    enum class Mark { Unknown, Yes, No };
    struct Entry {
        QString name;
        Mark mark = Mark::Unknown;

        bool operator==(const Entry&) const = default;
    };

    explicit CoverList(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setEntries(const QVector<Entry>& entries);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
    QVector<Entry> entries_;
};

}  // namespace headroom::ui
