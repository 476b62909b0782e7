// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/view_list.h"

#include "ui/views/alerts_page.h"
#include "ui/views/certification_page.h"
#include "ui/views/fleet_page.h"
#include "ui/views/overview_page.h"
#include "ui/views/preferences_page.h"
#include "ui/views/simulator_page.h"
#include "ui/views/sources_page.h"
#include "ui/views/thresholds_page.h"
#include "ui/views/trends_page.h"
#include "ui/views/workload_page.h"

namespace headroom::ui {

namespace {

template <typename Page>
constexpr PageMake make {
    [](OverviewModel& model, QWidget* parent) -> View* { return new Page(model, parent); },
    []() -> std::vector<PageCommand> {
        if constexpr (requires { Page::commands(); }) {
            return Page::commands();
        } else {
            return {};
        }
    },
};

}  // namespace

const std::vector<ViewRow>& viewList()
{
    static const std::vector<ViewRow> rows {
        { QStringLiteral("overview"), QStringLiteral("Overview"), QStringLiteral("overview"),
            QStringLiteral("Ctrl+1"), make<OverviewPage> },
        { QStringLiteral("alerts"), QStringLiteral("Alerts"), QStringLiteral("alerts"),
            QStringLiteral("Ctrl+2"), make<AlertsPage> },
        { QStringLiteral("trends"), QStringLiteral("Trends"), QStringLiteral("trends"),
            QStringLiteral("Ctrl+3"), make<TrendsPage> },
        { QStringLiteral("certification"), QStringLiteral("Certification"), QStringLiteral("cert"),
            QStringLiteral("Ctrl+4"), make<CertificationPage> },
        { QStringLiteral("simulator"), QStringLiteral("Simulator"), QStringLiteral("sim"),
            QStringLiteral("Ctrl+5"), make<SimulatorPage> },
        { QStringLiteral("thresholds"), QStringLiteral("Thresholds"), QStringLiteral("thr"),
            QStringLiteral("Ctrl+6"), make<ThresholdsPage> },
        { QStringLiteral("sources"), QStringLiteral("Sources"), QStringLiteral("src"),
            QStringLiteral("Ctrl+7"), make<SourcesPage> },
        { QStringLiteral("fleet"), QStringLiteral("Fleet"), QStringLiteral("fleet"),
            QStringLiteral("Ctrl+8"), make<FleetPage> },
        { QStringLiteral("workload"), QStringLiteral("Workload"), QStringLiteral("chip"),
            QStringLiteral("Ctrl+9"), make<WorkloadPage> },
        { QStringLiteral("preferences"), QStringLiteral("Preferences"), QStringLiteral("prefs"),
            QStringLiteral("Ctrl+,"), make<PreferencesPage> },
    };
    return rows;
}

}  // namespace headroom::ui
