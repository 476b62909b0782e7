// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QLabel>
#include <QTimer>

namespace headroom::ui {

/// What came of a deed, over the foot of a page for as long as it takes to read: "written: …",
/// "saved", or why not. Stands at the same place while the page changes its size. Main thread.
class PageNotice final : public QLabel {
    Q_OBJECT
public:
    explicit PageNotice(QWidget* page);

    /// In place of what was said before; a fault stays longer.
    void say(const QString& text, bool isFault, const Theme& theme);
    /// What is being said; empty when nothing is.
    [[nodiscard]] QString said() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QString said_;
    QTimer until_;
};

}  // namespace headroom::ui
