// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/control.h"

#include <array>

namespace headroom::ui {

/// What the header holds for the certification page. Where there is little room only the review
/// keeps its words. Main thread.
class CertificationTools : public QWidget {
    Q_OBJECT
public:
    explicit CertificationTools(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Empty: a review can be recorded.
    void setReadOnly(const QString& why);
    void setWindowWidth(int width);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void tableWanted();
    void calendarWanted();
    void pdfWanted();
    void reviewWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] std::array<PushButton*, 4> buttons() const
    {
        return { table_, calendar_, pdf_, review_ };
    }

    PushButton* table_;
    PushButton* calendar_;
    PushButton* pdf_;
    PushButton* review_;
};

}  // namespace headroom::ui
