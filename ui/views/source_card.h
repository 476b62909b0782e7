// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace headroom::ui {

class PlainLabel;
class PushButton;

/// The frame of one way to read: a heading, what has to be filled in, and the buttons that try and
/// take it. Main thread.
class SourceCard final : public QWidget {
    Q_OBJECT
public:
    SourceCard(const QString& icon, const QString& title, const QString& detail,
        QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// The one that a person is at; others are calmer.
    void setCurrent(bool isCurrent);
    void setInUse(bool isInUse);
    void setStatus(const QString& status);
    /// Adds to the body.
    void add(QWidget* widget);
    [[nodiscard]] QVBoxLayout& body() { return *body_; }
    [[nodiscard]] PushButton& testButton() { return *test_; }
    [[nodiscard]] PushButton& useButton() { return *use_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
    QString icon_;
    QString title_;
    QString detail_;
    bool isCurrent_ = false;
    bool isInUse_ = false;
    QScrollArea* scroll_;
    QVBoxLayout* body_;
    PlainLabel* status_;
    PushButton* test_;
    PushButton* use_;
};

}  // namespace headroom::ui
