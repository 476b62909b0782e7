// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/source_report.h"
#include "ui/theme.h"

#include <QWidget>

#include <optional>

class QGridLayout;

namespace headroom::ui {

class PlainLabel;
class PushButton;

/// What the test of a source found, with the way to ask again and to take the details along. Main
/// thread.
class SourceReportBox final : public QWidget {
    Q_OBJECT
public:
    explicit SourceReportBox(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Hidden without a report.
    void setReport(const std::optional<SourceReport>& report);

Q_SIGNALS:
    void testRequested();
    void copyRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showFacts();

    const Theme* theme_ = &Theme::dark();
    std::optional<SourceReport> report_;
    PlainLabel* title_;
    PlainLabel* detail_;
    PlainLabel* fix_;
    QGridLayout* facts_;
    PushButton* again_;
    PushButton* copy_;
};

}  // namespace headroom::ui
