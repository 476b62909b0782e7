// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/overview_model.h"
#include "ui/theme.h"
#include "ui/views/command.h"

#include <QWidget>

namespace headroom::ui {

/// A page of the window. Made when it is first shown; takes the model's display while it is visible
/// only. Main thread.
class View : public QWidget {
    Q_OBJECT
public:
    /// `model` outlives the view.
    explicit View(OverviewModel& model, QWidget* parent = nullptr);

    virtual void setTheme(const Theme& theme) = 0;

    [[nodiscard]] OverviewModel& model() { return model_; }
    [[nodiscard]] const OverviewModel& model() const { return model_; }

    /// The A key: the first alert that waits for a person. Nothing where a page lists none.
    virtual void acknowledgeFirst() { }

    /// The Esc key: closes what this page has opened in front of itself; false where there is
    /// nothing to close.
    virtual bool goBack() { return false; }

    /// What belongs to this page and stands at the right of the window's header: buttons, a badge.
    /// The header takes it as its child while the page is shown, at its sizeHint(); null for none.
    [[nodiscard]] virtual QWidget* headerTools() { return nullptr; }

    /// Everything that it shows is made up: the window wears the stripes.
    [[nodiscard]] virtual bool isSimulation() const { return false; }

    /// Whether the keys of its commands do something; they do, unless something is in front of it.
    void setKeysActive(bool isActive);
    /// Shows what a metric did then, seconds since 1970; only where the page shows a past.
    virtual void showPast(Metric, double /*from*/, double /*to*/) { }

Q_SIGNALS:
    /// Somebody wants to see more of it than this page shows.
    void pastRequested(headroom::Metric metric, double from, double to);

protected:
    /// Gives the page the keys of what it can do; they work wherever the focus is on the window.
    void bindKeys(const std::vector<PageCommand>& commands);
    /// The display is another one, or the view has just come into sight.
    virtual void showDisplay(const OverviewDisplay& display) = 0;
    void showEvent(QShowEvent* event) override;

    /// The chart with the subtitle that a card of this width has room for.
    [[nodiscard]] static ChartDisplay fitted(ChartDisplay chart, int cardWidth);

private:
    OverviewModel& model_;
};

}  // namespace headroom::ui
