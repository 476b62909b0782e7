// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/simulator_page.h"

#include "ui/feed/actor.h"
#include "ui/feed/drill.h"
#include "ui/views/simulator_scenarios.h"
#include "ui/views/simulator_script.h"
#include "ui/views/simulator_tools.h"
#include "ui/views/simulator_what_if.h"
#include "ui/widgets/banner_panel.h"
#include "ui/widgets/escalation_panel.h"
#include "ui/widgets/gate_panel.h"
#include "ui/widgets/gauge_card.h"
#include "ui/widgets/scroll_bar.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/simulation_events.h"
#include "ui/widgets/simulation_timeline.h"

#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr int kBesideEachOtherNeeds = 1092;  // px of page; below it they are two tabs
constexpr int kGap = 12;
constexpr int kTabs = 36;

QRect part(const QRect& row, int index, int count)
{
    const int left = row.left() + (row.width() + kGap) * index / count;
    const int right = row.left() + (row.width() + kGap) * (index + 1) / count - kGap;
    return { left, row.top(), right - left, row.height() };
}

}  // namespace

SimulatorPage::SimulatorPage(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , simulator_(model)
    , scroll_(new QScrollArea(this))
    , controls_(new QWidget)
    , whatIf_(new SimulatorWhatIf(simulator_, controls_))
    , scenarios_(new SimulatorScenarios(simulator_, controls_))
    , transport_(new SimulatorTransport(simulator_, this))
    , tabs_(
          new SegmentBar({ tr("What if"), tr("What would happen") }, SegmentBar::Style::Tabs, this))
    , banner_(new BannerPanel(this))
    , escalation_(new EscalationPanel(this))
    , gate_(new GatePanel(this))
    , timeline_(new SimulationTimeline(this))
    , events_(new SimulationEvents(this))
    , tools_(new SimulatorTools(this))
{
    buildParts();
    connectParts();
    bindKeys(commands());
    setTheme(*theme_);
    showSimulation();
}

std::vector<PageCommand> SimulatorPage::commands()
{
    using Page = SimulatorPage;
    return {
        pageCommand<Page>(QStringLiteral("play"), tr("Play or pause the simulation"), { Qt::Key_P },
            [](Page& page) { page.simulator_.setPlaying(!page.simulator_.isPlaying()); }),
        pageCommand<Page>(QStringLiteral("live"), tr("Back to live values"), {},
            [](Page& page) { page.simulator_.backToLive(); }),
        pageCommand<Page>(QStringLiteral("script"), tr("Custom script…"), {}, &Page::editScript),
        pageCommand<Page>(QStringLiteral("drill"), tr("Run or end a drill on the wall"), {},
            &Page::runDrill,
            [](const Page& page) {
                return page.model().drill() != nullptr ? QString()
                                                       : tr("this window has no wall to drill");
            }),
        widgetKey(QStringLiteral("scrub"), tr("On the timeline: another moment"),
            { Qt::Key_Left, Qt::Key_Right, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home,
                Qt::Key_End }),
    };
}

void SimulatorPage::buildParts()
{
    for (auto& gauge : gauges_) {
        gauge = new GaugeCard(this);
    }
    scroll_->setWidget(controls_);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tabs_->setCurrent(0);
    tools_->hide();  // until the header takes it
}

void SimulatorPage::connectParts()
{
    connect(&simulator_, &SimulatorModel::changed, this, &SimulatorPage::showSimulation);
    connect(timeline_, &SimulationTimeline::scrubbed, this, [this](double share) {
        simulator_.scrubTo(std::chrono::duration_cast<std::chrono::nanoseconds>(
            std::chrono::duration<double>(simulator_.simulation()->length()) * share));
    });
    connect(scenarios_, &SimulatorScenarios::scriptRequested, this, &SimulatorPage::editScript);
    connect(tabs_, &SegmentBar::chosen, this, [this](int index) {
        tabs_->setCurrent(index);
        place();
    });
    connect(tools_, &SimulatorTools::backRequested, &simulator_, &SimulatorModel::backToLive);
    connect(tools_, &SimulatorTools::drillRequested, this, &SimulatorPage::runDrill);
    if (auto* drill = model().drill()) {
        connect(drill, &Drill::began, this, &SimulatorPage::showDrill);
        connect(drill, &Drill::ended, this, &SimulatorPage::showDrill);
        connect(drill, &Drill::refused, this, [this](const QString& why) {
            refusal_ = why;
            showDrill();
        });
    }
    showDrill();
}

void SimulatorPage::editScript()
{
    auto* dialog = new SimulatorScript(simulator_, *theme_, this);
    dialog->open();
}

void SimulatorPage::runDrill()
{
    auto* drill = model().drill();
    if (drill == nullptr) {
        return;
    }
    refusal_.clear();
    if (drill->isRunning()) {
        drill->end();
        return;
    }
    // Paused, its clocks run all the same: a drill is about people and their time.
    const double speed = simulator_.isPlaying()
        ? SimulatorModel::kSpeeds[static_cast<std::size_t>(simulator_.speed())]
        : 1;
    const auto simulation = simulator_.simulation();
    const auto position = simulator_.position();
    simulator_.setPlaying(false);
    drill->begin(simulation, position, speed, QString::fromStdString(actorName()));
}

void SimulatorPage::showDrill()
{
    const auto* drill = model().drill();
    tools_->setDrill(drill != nullptr, drill != nullptr && drill->isRunning());
    tools_->setText(!refusal_.isEmpty()
            ? refusal_
            : tr("Nothing here touches %1. Live values are "
                 "the hollow marks.")
                  .arg(depository_.isEmpty() ? tr("the depository") : depository_));
}

QWidget* SimulatorPage::headerTools() { return tools_; }

void SimulatorPage::showDisplay(const OverviewDisplay& display)
{
    if (depository_ != display.foot.depository && !model().feed().isSimulated()) {
        depository_ = display.foot.depository;
        showDrill();
    }
}

void SimulatorPage::showSimulation()
{
    const auto& display = simulator_.display();
    banner_->setDisplay(display.banner);
    escalation_->setDisplay(display.escalation);
    gate_->setDisplay(display.gate);
    for (std::size_t i = 0; i < gauges_.size(); ++i) {
        gauges_[i]->setDisplay(display.gauges[static_cast<qsizetype>(i)]);
    }
    timeline_->setDisplay(display.timeline);
    events_->setDisplay(display.events);
}

void SimulatorPage::setTheme(const Theme& theme)
{
    theme_ = &theme;
    const ScreenSizes desk;
    for (Panel* panel :
        std::initializer_list<Panel*> { banner_, escalation_, gate_, timeline_, events_ }) {
        panel->setLook(theme, desk);
    }
    for (auto* gauge : gauges_) {
        gauge->setLook(theme, desk);
    }
    whatIf_->setTheme(theme);
    scenarios_->setTheme(theme);
    transport_->setTheme(theme);
    tabs_->setTheme(theme);
    tools_->setTheme(theme);
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Bg0));
    scroll_->setPalette(colors);
    scroll_->verticalScrollBar()->setStyleSheet(scrollBarSheet(theme));
}

void SimulatorPage::placeControls(const QRect& room)
{
    const int transport = SimulatorTransport::wantedHeight();
    const QRect upper = room.adjusted(0, 0, 0, -transport - kGap);
    const int wanted = SimulatorWhatIf::wantedHeight() + kGap + SimulatorScenarios::wantedHeight();
    const bool scrolls = wanted > upper.height();
    const int width = room.width() - (scrolls ? 10 : 0);
    scroll_->setGeometry(upper);
    controls_->resize(width, qMax(wanted, upper.height()));
    whatIf_->setGeometry(0, 0, width, SimulatorWhatIf::wantedHeight());
    const int top = SimulatorWhatIf::wantedHeight() + kGap;
    scenarios_->setGeometry(0, top, width, controls_->height() - top);
    transport_->setGeometry(room.left(), room.bottom() + 1 - transport, room.width(), transport);
}

void SimulatorPage::placeResults(const QRect& room)
{
    const int bannerHeight = room.height() < 620 ? 54 : room.height() > 900 ? 92 : 72;
    QRect row(room.left(), room.top(), room.width(), bannerHeight);
    const int side = std::clamp(room.width() / 4 - kGap, 170, 286);
    gate_->setGeometry(row.right() + 1 - side, row.top(), side, row.height());
    escalation_->setGeometry(row.right() + 1 - 2 * side - kGap, row.top(), side, row.height());
    banner_->setGeometry(row.left(), row.top(), row.width() - 2 * (side + kGap), row.height());

    const int rest = room.height() - bannerHeight - 3 * kGap;
    const int gaugeHeight = std::clamp(rest * 38 / 100, 140, 325);
    const int timelineHeight = std::clamp(rest * 28 / 100, 164, 236);
    const QRect gauges(room.left(), row.bottom() + 1 + kGap, room.width(), gaugeHeight);
    for (int i = 0; i < 4; ++i) {
        gauges_[static_cast<std::size_t>(i)]->setGeometry(part(gauges, i, 4));
    }
    timeline_->setGeometry(room.left(), gauges.bottom() + 1 + kGap, room.width(), timelineHeight);
    const int top = timeline_->geometry().bottom() + 1 + kGap;
    events_->setGeometry(room.left(), top, room.width(), qMax(80, room.bottom() + 1 - top));
}

void SimulatorPage::place()
{
    const bool isNarrow = width() < kBesideEachOtherNeeds;
    const int margin = isNarrow ? 12 : 20;
    const QRect all = rect().adjusted(margin, isNarrow ? 8 : 16, -margin, isNarrow ? -10 : -16);
    tabs_->setVisible(isNarrow);
    const bool showsControls = !isNarrow || tabs_->current() == 0;
    const bool showsResults = !isNarrow || tabs_->current() == 1;
    scroll_->setVisible(showsControls);
    for (QWidget* part :
        std::initializer_list<QWidget*> { banner_, escalation_, gate_, timeline_, events_ }) {
        part->setVisible(showsResults);
    }
    for (auto* gauge : gauges_) {
        gauge->setVisible(showsResults);
    }
    if (isNarrow) {
        tabs_->setGeometry(all.left(), all.top(), all.width(), kTabs);
        const QRect room = all.adjusted(0, kTabs + 8, 0, 0);
        placeControls(room);
        placeResults(room.adjusted(0, 0, 0, -SimulatorTransport::wantedHeight() - kGap));
        return;
    }
    const int controls = window()->width() >= 1600 ? 476 : 400;
    placeControls({ all.left(), all.top(), controls, all.height() });
    placeResults(all.adjusted(controls + kGap, 0, 0, 0));
}

void SimulatorPage::resizeEvent(QResizeEvent*) { place(); }

void SimulatorPage::showEvent(QShowEvent* event)
{
    simulator_.setActive(true);
    View::showEvent(event);
}

void SimulatorPage::hideEvent(QHideEvent* event)
{
    simulator_.setActive(false);
    View::hideEvent(event);
}

}  // namespace headroom::ui
