// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/trends_page.h"

#include "ui/models/trends_words.h"
#include "ui/report/save_file.h"
#include "ui/report/trends_csv.h"
#include "ui/views/trends_picture.h"
#include "ui/views/trends_range_bar.h"
#include "ui/widgets/forecast_chart.h"
#include "ui/widgets/page_notice.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/table_panel.h"
#include "ui/widgets/trends_chart.h"

#include <QBuffer>
#include <QEvent>
#include <QFileDialog>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr int kNarrowWindow = 1100;
constexpr int kWideWindow = 1600;
constexpr double kKeyPan = 0.1;
constexpr double kKeyZoom = 0.5;

QStringList tabTexts()
{
    QStringList texts;
    for (const auto metric : trendsMetrics()) {
        texts << tabText(metric);
    }
    return texts;
}

}  // namespace

TrendsPage::TrendsPage(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , trends_(model.feed(), model.clock())
    , bar_(new TrendsRangeBar(this))
    , chart_(new TrendsChart(this))
    , tabs_(new SegmentBar(tabTexts(), SegmentBar::Style::Tabs, this))
    , forecast_(new ForecastChart(this))
    , stats_(new TablePanel(this))
    , crossings_(new TablePanel(this))
    , alerts_(new MarkListPanel(this))
    , notice_(new PageNotice(this))
    , choosePath_([this](const QString& suggested, const QString& filter) {
        return QFileDialog::getSaveFileName(this, tr("Export"), suggested, filter);
    })
{
    tabs_->setObjectName(QStringLiteral("metrics"));
    connect(&trends_, &TrendsModel::changed, this, &TrendsPage::showTrends);
    connect(bar_, &TrendsRangeBar::presetChosen, &trends_, &TrendsModel::choosePreset);
    connect(bar_, &TrendsRangeBar::rangeTyped, &trends_, &TrendsModel::show);
    connect(bar_, &TrendsRangeBar::refused, this, [this](const QString& why) { say(why, true); });
    connect(bar_, &TrendsRangeBar::pictureWanted, this, &TrendsPage::exportPicture);
    connect(bar_, &TrendsRangeBar::tableWanted, this, &TrendsPage::exportTable);
    connect(tabs_, &SegmentBar::chosen, &trends_, &TrendsModel::chooseMetric);
    connect(alerts_, &MarkListPanel::chosen, this, &TrendsPage::goTo);
    connectChart();
    bindKeys(commands());
    setTheme(*theme_);
}

TrendsPage::~TrendsPage() = default;

void TrendsPage::connectChart()
{
    connect(chart_, &TrendsChart::zoomWanted, &trends_, &TrendsModel::zoom);
    connect(chart_, &TrendsChart::panWanted, &trends_, &TrendsModel::pan);
    connect(chart_, &TrendsChart::resetWanted, &trends_, &TrendsModel::reset);
    connect(chart_, &TrendsChart::pointedAt, this, [this](double at) {
        pointedAt_ = at;
        chart_->setTip(trends_.tipAt(at));
    });
    connect(chart_, &TrendsChart::pointerLeft, this, [this] {
        pointedAt_.reset();
        chart_->setTip(std::nullopt);
    });
}

std::vector<PageCommand> TrendsPage::commands()
{
    using Page = TrendsPage;
    const auto key
        = [](const char* id, const QString& title, QVector<QKeySequence> keys, void (*run)(Page&)) {
              return keyCommand<Page>(QString::fromLatin1(id), title, std::move(keys), run);
          };
    return {
        key("earlier", tr("Earlier"), { Qt::Key_Left },
            [](Page& page) { page.trends_.pan(-kKeyPan); }),
        key("later", tr("Later"), { Qt::Key_Right }, [](Page& page) { page.trends_.pan(kKeyPan); }),
        key("rangeEarlier", tr("A whole range earlier"), { Qt::SHIFT | Qt::Key_Left },
            [](Page& page) { page.trends_.pan(-1); }),
        key("rangeLater", tr("A whole range later"), { Qt::SHIFT | Qt::Key_Right },
            [](Page& page) { page.trends_.pan(1); }),
        key("zoomIn", tr("Zoom in"),
            { Qt::Key_Plus, Qt::SHIFT | Qt::Key_Plus, QKeySequence(Qt::Key_Equal) },
            [](Page& page) { page.zoomByKey(kKeyZoom); }),
        key("zoomOut", tr("Zoom out"), { Qt::Key_Minus },
            [](Page& page) { page.zoomByKey(1 / kKeyZoom); }),
        pageCommand<Page>(QStringLiteral("oldest"), tr("Go to the oldest value"), { Qt::Key_Home },
            [](Page& page) { page.trends_.toBeginning(); }),
        pageCommand<Page>(QStringLiteral("now"), tr("Go to now"), { Qt::Key_End },
            [](Page& page) { page.trends_.toEnd(); }),
        key("reset", tr("The range that was chosen last"), { Qt::Key_0 },
            [](Page& page) { page.trends_.reset(); }),
        key("alertBefore", tr("The alert before"), { Qt::Key_Comma },
            [](Page& page) { page.goToAlert(-1); }),
        key("alertAfter", tr("The alert after"), { Qt::Key_Period },
            [](Page& page) { page.goToAlert(1); }),
        key("metric", tr("The next metric"), { Qt::Key_N },
            [](Page& page) {
                const auto count = static_cast<int>(trendsMetrics().size());
                page.trends_.chooseMetric((page.trends_.display().metric + 1) % count);
            }),
        pageCommand<Page>(QStringLiteral("csv"), tr("Export the range as CSV…"),
            { Qt::CTRL | Qt::Key_E }, &Page::exportTable),
        pageCommand<Page>(QStringLiteral("png"), tr("Export the page as PNG…"),
            { Qt::CTRL | Qt::SHIFT | Qt::Key_E }, &Page::exportPicture),
    };
}

void TrendsPage::zoomByKey(double factor)
{
    // A live range is looked at where it ends.
    const auto& range = trends_.range();
    trends_.zoom(factor, range.isLive() ? range.to() : range.from() + range.span() / 2);
}

bool TrendsPage::goBack()
{
    const bool wasEditing = bar_->isEditing();
    bar_->stopEditing();
    return wasEditing;
}

void TrendsPage::showPast(Metric metric, double from, double to)
{
    const auto& metrics = trendsMetrics();
    const auto found = std::find(metrics.begin(), metrics.end(), metric);
    if (found != metrics.end()) {
        trends_.chooseMetric(static_cast<int>(std::distance(metrics.begin(), found)));
    }
    trends_.show(from, to);
}

void TrendsPage::goTo(double at)
{
    const double span = trends_.range().span();
    trends_.show(at - span / 2, at + span / 2);
}

void TrendsPage::goToAlert(int direction)
{
    // Steps from the middle of the picture: that is where goTo() puts one.
    const double middle = trends_.range().from() + trends_.range().span() / 2;
    const double near = trends_.range().span() / 100;
    std::optional<double> best;
    for (const auto& row : trends_.display().alerts.rows) {
        const double away = (row.at - middle) * direction;
        if (away > near && (!best || away < (*best - middle) * direction)) {
            best = row.at;
        }
    }
    if (best) {
        goTo(*best);
    }
}

void TrendsPage::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (Panel* panel :
        std::initializer_list<Panel*> { chart_, forecast_, stats_, crossings_, alerts_ }) {
        panel->setLook(theme, {});
    }
    bar_->setTheme(theme);
    tabs_->setTheme(theme);
}

void TrendsPage::showDisplay(const OverviewDisplay&) { }

void TrendsPage::showTrends()
{
    const auto& display = trends_.display();
    chart_->setDisplay(display.chart);
    forecast_->setDisplay(display.forecast);
    stats_->setDisplay(display.stats);
    crossings_->setDisplay(display.crossings);
    alerts_->setDisplay(display.alerts);
    tabs_->setCurrent(display.metric);
    bar_->setRange(display.preset, display.rangeText, display.chart.from, display.chart.to);
    if (pointedAt_) {
        chart_->setTip(trends_.tipAt(*pointedAt_));
    }
}

void TrendsPage::place()
{
    const bool isNarrow = window()->width() < kNarrowWindow;
    const bool isWide = window()->width() >= kWideWindow;
    const int margin = isNarrow ? 12 : isWide ? 24 : 20;
    const int top = isNarrow ? 12 : 16;
    const int gap = isWide ? 16 : 12;
    const int side = isNarrow ? 292 : isWide ? 400 : 340;
    bar_->setGeometry(margin, top, width() - 2 * margin, 34);
    cards_ = QRect(margin, top + 34 + gap, width() - 2 * margin, 0);
    cards_.setBottom(height() - top);
    const int left = cards_.width() - side - gap;
    const int chartHeight = (cards_.height() - gap) * 54 / 100;
    chart_->setGeometry(cards_.left(), cards_.top(), left, chartHeight);
    forecast_->setGeometry(
        cards_.left(), cards_.top() + chartHeight + gap, left, cards_.height() - chartHeight - gap);
    const int tabsWidth = std::min(tabs_->sizeHint().width(), left - 20);
    tabs_->setGeometry(cards_.left() + 8, cards_.top() + 9, tabsWidth, 32);
    tabs_->raise();
    chart_->setHeaderLeft(8 + tabsWidth + 14);
    placeSide({ cards_.right() + 1 - side, cards_.top(), side, cards_.height() });
}

void TrendsPage::placeSide(const QRect& side)
{
    const int gap = window()->width() >= kWideWindow ? 16 : 12;
    const int rows = static_cast<int>(trendsMetrics().size());
    constexpr int kCrossings = 4;
    constexpr int kAlertsWanted = 46 + 3 * 54;
    constexpr int kAlertsLeast = 46 + 54 + 28;
    // The tables give way before the list of alerts does.
    const int full = TablePanel::heightFor(rows) + TablePanel::heightFor(kCrossings);
    const int least = TablePanel::leastHeightFor(rows) + TablePanel::leastHeightFor(kCrossings);
    const int room = side.height() - 2 * gap;
    const int tables = std::clamp(
        room - (room >= full + kAlertsWanted ? kAlertsWanted : kAlertsLeast), least, full);
    const double share = full > least ? static_cast<double>(tables - least) / (full - least) : 0;
    const auto heightOf = [share](int count) {
        const int low = TablePanel::leastHeightFor(count);
        return qRound(low + share * (TablePanel::heightFor(count) - low));
    };
    int top = side.top();
    stats_->setGeometry(side.left(), top, side.width(), heightOf(rows));
    top += heightOf(rows) + gap;
    crossings_->setGeometry(side.left(), top, side.width(), heightOf(kCrossings));
    top += heightOf(kCrossings) + gap;
    alerts_->setGeometry(side.left(), top, side.width(), side.bottom() + 1 - top);
}

void TrendsPage::resizeEvent(QResizeEvent*) { place(); }

void TrendsPage::showEvent(QShowEvent* event)
{
    window()->installEventFilter(this);
    View::showEvent(event);
    noteSight();
    showTrends();
}

void TrendsPage::hideEvent(QHideEvent* event)
{
    View::hideEvent(event);
    noteSight();
}

bool TrendsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::WindowStateChange) {
        noteSight();
    }
    return View::eventFilter(watched, event);
}

void TrendsPage::noteSight() { trends_.setActive(isVisible() && !window()->isMinimized()); }

QString TrendsPage::message() const { return notice_->said(); }

void TrendsPage::say(const QString& text, bool isError) { notice_->say(text, isError, *theme_); }

QString TrendsPage::sourceName() const
{
    const auto snapshot = trends_.snapshot();
    return snapshot ? QString::fromStdString(snapshot->source.name) : tr("no source");
}

void TrendsPage::exportTable()
{
    const QString path
        = choosePath_(reportFileName(trends_.metric(), trends_.range(), QStringLiteral("csv")),
            QStringLiteral("CSV (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    const ReportSource source { sourceName(), model().feed().sourceText(),
        model().feed().isSimulated() };
    const auto snapshot = trends_.snapshot();
    const QString error = saveFile(path,
        trendsCsv(trends_.data(), snapshot.get(),
            static_cast<std::size_t>(trends_.display().metric), trends_.range(), trends_.now(),
            source));
    say(error.isEmpty() ? QStringLiteral("written: ") + path : error, !error.isEmpty());
}

void TrendsPage::exportPicture()
{
    const QString path
        = choosePath_(reportFileName(trends_.metric(), trends_.range(), QStringLiteral("png")),
            QStringLiteral("PNG (*.png)"));
    if (path.isEmpty()) {
        return;
    }
    notice_->hide();
    chart_->setTip(std::nullopt);
    const auto now = timeAt(trends_.now());
    PictureWords words;
    words.title = tabText(trends_.metric());
    words.range = trends_.display().rangeText + QStringLiteral(" · ") + format::utcOffset(now);
    words.source = sourceName() + QStringLiteral(", ") + model().feed().sourceText();
    words.made = QStringLiteral("made ") + format::isoLocal(now);
    words.isSimulated = model().feed().isSimulated();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const bool isEncoded = framedPicture(grab(cards_), words, *theme_).save(&buffer, "PNG");
    const QString error = isEncoded ? saveFile(path, buffer.data())
                                    : tr("cannot write %1: no PNG encoder").arg(path);
    say(error.isEmpty() ? QStringLiteral("written: ") + path : error, !error.isEmpty());
}

}  // namespace headroom::ui
