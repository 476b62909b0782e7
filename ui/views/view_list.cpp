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

#include <QCoreApplication>

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

/// As ViewRow, before it has a language.
struct Row {
    const char* id;
    const char* title;
    const char* icon;
    const char* shortcut;
    PageMake make;
};

constexpr Row kRows[] = {
    { "overview", QT_TRANSLATE_NOOP("headroom::ui::viewList", "Overview"), "overview", "Ctrl+1",
        make<OverviewPage> },
    { "alerts", QT_TRANSLATE_NOOP("headroom::ui::viewList", "Alerts"), "alerts", "Ctrl+2",
        make<AlertsPage> },
    { "trends", QT_TRANSLATE_NOOP("headroom::ui::viewList", "Trends"), "trends", "Ctrl+3",
        make<TrendsPage> },
    { "certification", QT_TRANSLATE_NOOP("headroom::ui::viewList", "Certification"), "cert",
        "Ctrl+4", make<CertificationPage> },
    { "simulator", QT_TRANSLATE_NOOP("headroom::ui::viewList", "Simulator"), "sim", "Ctrl+5",
        make<SimulatorPage> },
    { "thresholds", QT_TRANSLATE_NOOP("headroom::ui::viewList", "Thresholds"), "thr", "Ctrl+6",
        make<ThresholdsPage> },
    { "sources", QT_TRANSLATE_NOOP("headroom::ui::viewList", "Sources"), "src", "Ctrl+7",
        make<SourcesPage> },
    { "fleet", QT_TRANSLATE_NOOP("headroom::ui::viewList", "Fleet"), "fleet", "Ctrl+8",
        make<FleetPage> },
    { "workload", QT_TRANSLATE_NOOP("headroom::ui::viewList", "Workload"), "chip", "Ctrl+9",
        make<WorkloadPage> },
    { "preferences", QT_TRANSLATE_NOOP("headroom::ui::viewList", "Preferences"), "prefs", "Ctrl+,",
        make<PreferencesPage> },
};

}  // namespace

const std::vector<ViewRow>& viewList()
{
    static const std::vector<ViewRow> rows = [] {
        Q_ASSERT(QCoreApplication::instance() != nullptr);  // else they would be English for ever
        std::vector<ViewRow> made;
        for (const Row& row : kRows) {
            made.push_back({ QString::fromLatin1(row.id),
                QCoreApplication::translate("headroom::ui::viewList", row.title),
                QString::fromLatin1(row.icon), QString::fromLatin1(row.shortcut), row.make });
        }
        return made;
    }();
    return rows;
}

QStringList viewIds()
{
    QStringList ids;
    for (const Row& row : kRows) {
        ids << QString::fromLatin1(row.id);
    }
    return ids;
}

}  // namespace headroom::ui
