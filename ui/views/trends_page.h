// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/trends_model.h"
#include "ui/views/view.h"

#include <functional>

namespace headroom::ui {

class ForecastChart;
class MarkListPanel;
class PageNotice;
class SegmentBar;
class TablePanel;
class TrendsChart;
class TrendsRangeBar;

/// The past: one metric large, where storage is going, figures and alerts of the range. Main
/// thread.
class TrendsPage : public View {
    Q_OBJECT
public:
    explicit TrendsPage(OverviewModel& model, QWidget* parent = nullptr);
    ~TrendsPage() override;

    void setTheme(const Theme& theme) override;
    bool goBack() override;
    /// What can be done here.
    [[nodiscard]] static std::vector<PageCommand> commands();
    void showPast(Metric metric, double from, double to) override;

    [[nodiscard]] TrendsModel& trends() { return trends_; }
    /// An index of trendsMetrics().
    void showMetric(int index) { trends_.chooseMetric(index); }
    /// Where to write to: asks a person, given a name to suggest and a filter; empty is no. Tests
    /// answer themselves.
    using PathChooser = std::function<QString(const QString& suggested, const QString& filter)>;
    void setPathChooser(PathChooser choose) { choosePath_ = std::move(choose); }
    /// What the last export or range said; empty when it was taken away again.
    [[nodiscard]] QString message() const;

    void exportPicture();
    void exportTable();

protected:
    void showDisplay(const OverviewDisplay& display) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectChart();
    void zoomByKey(double factor);
    void showTrends();
    void place();
    void placeSide(const QRect& side);
    void say(const QString& text, bool isError);
    void noteSight();
    void goToAlert(int direction);
    void goTo(double at);
    [[nodiscard]] QString sourceName() const;

    TrendsModel trends_;
    const Theme* theme_ = &Theme::dark();
    TrendsRangeBar* bar_;
    TrendsChart* chart_;
    SegmentBar* tabs_;
    ForecastChart* forecast_;
    TablePanel* stats_;
    TablePanel* crossings_;
    MarkListPanel* alerts_;
    PageNotice* notice_;
    PathChooser choosePath_;
    std::optional<double> pointedAt_;
    QRect cards_;
};

}  // namespace headroom::ui
