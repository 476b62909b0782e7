// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace headroom::ui {

class PlainLabel;
class PushButton;

/// What a person must know or decide before anything else on the page. An ink border: it is no
/// level. Main thread.
class SourcesNotice final : public QWidget {
    Q_OBJECT
public:
    explicit SourcesNotice(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Hidden while both are empty. A chain that changed waits for a person, who is asked twice.
    void setWords(const QString& words, const QString& chainAlarm);

Q_SIGNALS:
    void chainAccepted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void ask(bool isAsking);

    const Theme* theme_ = &Theme::dark();
    QString chainAlarm_;
    PlainLabel* words_;
    PlainLabel* chain_;
    PushButton* accept_;
    PushButton* confirm_;
    PushButton* cancel_;
};

}  // namespace headroom::ui
