// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/feed/drill.h"
#include "ui/views/sources_page.h"
#include "ui/views/view_list.h"
#include "ui/views/wall_stage.h"
#include "ui/views/welcome_view.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/contact_band.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/stripe_frame.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QScreen>
#include <QSettings>
#include <QTimer>

#include <utility>

namespace headroom::ui {

namespace {

constexpr int kRailNarrowBelow = 1280;
constexpr int kNarrowWindow = 1100;
constexpr QSize kUsualSize { 1440, 900 };

const QString kGeometryKey = QStringLiteral("window/geometry");

QVector<RailEntry> railEntries()
{
    QVector<RailEntry> entries;
    for (const auto& row : viewList()) {
        entries.push_back({ row.id, row.title, row.icon, {},
            QKeySequence(row.shortcut).toString(QKeySequence::NativeText) });
    }
    return entries;
}

}  // namespace

MainWindow::MainWindow(OverviewModel& model, const WindowOptions& options, QWidget* parent)
    : QWidget(parent)
    , model_(model)
    , settingsFile_(options.settingsFile)
    , isWallOfFleet_(options.wallOfFleet)
    , fullScreenWall_(options.fullScreen)
{
    setWindowTitle(QStringLiteral("Headroom"));
    setAccessibleRole(*this, QAccessible::Window);
    setAccessibleName(windowTitle());
    setMinimumSize(kSmallest);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::ClickFocus);  // else the window would open with a ring on its first control
    buildCommands();
    buildChrome();
    buildDrill();
    restore(options);
    buildWallKeeping();
    buildPreferences(options);
    setWall(options.wall && !options.welcome);  // before the page: a wall does not make one
    openPage(options.page.isEmpty() ? viewList().front().id : options.page);
    setFocus();
    if (options.welcome) {
        buildWelcome();
    }
}

MainWindow::~MainWindow() = default;

void MainWindow::buildChrome()
{
    rail_ = new Rail(railEntries(),
        { QStringLiteral("wall"), tr("Wall mode"), QStringLiteral("wall"),
            keyOf(QStringLiteral("wall")), {} },
        this);
    header_ = new HeaderBar(this);
    band_ = new ContactBand(this);
    band_->hide();
    connect(band_, &ContactBand::actionRequested, this,
        [this] { openPage(QStringLiteral("sources")); });
    connect(rail_, &Rail::chosen, this,
        [this](const QString& id) { id == QLatin1String("wall") ? setWall(true) : openPage(id); });
    connect(header_, &HeaderBar::wallRequested, this, [this] { setWall(true); });
    header_->setKeys(keyOf(QStringLiteral("theme")), keyOf(QStringLiteral("wall")));
    connect(header_, &HeaderBar::themeRequested, this, &MainWindow::switchTheme);
    connect(&model_, &OverviewModel::changed, this, &MainWindow::takeDisplay);
}

void MainWindow::buildDrill()
{
    frame_ = new StripeFrame(this);
    connect(&model_.feed(), &Feed::sourceChanged, this, &MainWindow::place);
    if (auto* drill = model_.drill()) {
        connect(drill, &Drill::began, this, [this] { setWall(true); });
        // Whoever leaves the wall has seen enough.
        connect(this, &MainWindow::wallChanged, drill, [this, drill] {
            if (!isWall_) {
                drill->end();
            }
        });
    }
}

bool MainWindow::isSimulationShown() const
{
    const auto* page = pages_.value(page_);
    return model_.feed().isSimulated() || (!isWall_ && page != nullptr && page->isSimulation());
}

void MainWindow::takeDisplay()
{
    rotation_.setCalm(isCalm(model_.display()));
    if (isWall_ || welcome_ != nullptr) {
        return;
    }
    header_->setDisplay(model_.display().clock, model_.display().foot.depository);
    rail_->setDisplay(model_.display().rail);
    band_->setDisplay(model_.display().contact);
    if (band_->height() != band_->wantedHeight()
        || band_->isHidden() == (band_->wantedHeight() > 0)) {
        place();
    }
}

void MainWindow::restore(const WindowOptions& options)
{
    resize(options.size.value_or(kUsualSize));
    if (!settingsFile_.isEmpty() && !options.size) {
        const QSettings settings(settingsFile_, QSettings::IniFormat);
        restoreGeometry(settings.value(kGeometryKey).toByteArray());
    }
}

void MainWindow::remember() const
{
    if (settingsFile_.isEmpty()) {
        return;
    }
    QSettings settings(settingsFile_, QSettings::IniFormat);
    if (!isWall_) {
        settings.setValue(kGeometryKey, saveGeometry());
    }
}

View* MainWindow::pageWidget(const QString& id)
{
    auto& page = pages_[id];
    if (page == nullptr) {
        for (const auto& row : viewList()) {
            if (row.id == id) {
                page = row.make.page(model_, this);
                page->setTheme(*theme_);
                page->setAccessibleName(row.title);
                notePageKeys();
                connect(page, &View::pastRequested, this,
                    [this](Metric metric, double from, double to) {
                        const auto trends = QStringLiteral("trends");
                        openPage(trends);
                        pageWidget(trends)->showPast(metric, from, to);
                    });
            }
        }
    }
    return page;
}

void MainWindow::openPage(const QString& id)
{
    if (overlay_) {
        overlay_->dismiss();
    }
    if (page_ == id) {
        return;
    }
    if (auto* before = pages_.value(page_)) {
        before->hide();
    }
    page_ = id;
    for (const auto& row : viewList()) {
        if (row.id == id) {
            header_->setTitle(row.title);
        }
    }
    rail_->setCurrent(id);
    if (!isWall_) {
        header_->setTools(pageWidget(id)->headerTools());
        place();
        pages_[id]->show();
    }
}

void MainWindow::buildWelcome()
{
    welcome_ = new WelcomeView(this);
    welcome_->setTheme(*theme_);
    connect(welcome_, &WelcomeView::answered, this, &MainWindow::takeWelcome);
    // Nothing else is to be reached, not by the keyboard either.
    rail_->hide();
    header_->hide();
    for (auto* page : std::as_const(pages_)) {
        page->hide();
    }
    place();
}

void MainWindow::takeWelcome(WelcomeChoice choice)
{
    welcome_->deleteLater();
    welcome_->hide();
    welcome_ = nullptr;
    rail_->show();
    header_->show();
    pageWidget(page_)->show();
    setFocus();
    const bool isSource = choice == WelcomeChoice::Service || choice == WelcomeChoice::Fleet;
    if (choice == WelcomeChoice::Simulate) {
        openPage(QStringLiteral("simulator"));
    } else if (isSource) {
        openPage(QStringLiteral("sources"));
    }
    takeDisplay();
    place();
    if (auto* sources = qobject_cast<SourcesPage*>(pages_.value(page_)); sources && isSource) {
        sources->goTo(choice == WelcomeChoice::Service ? SourceKind::Service : SourceKind::Fleet);
    }
    Q_EMIT welcomeAnswered(choice);
}

void MainWindow::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme_->color(Token::Bg0));
    colors.setColor(QPalette::WindowText, theme_->color(Token::T1));
    colors.setColor(QPalette::Base, theme_->color(Token::Bg1));
    colors.setColor(QPalette::Text, theme_->color(Token::T1));
    colors.setColor(QPalette::Button, theme_->color(Token::Bg3));
    colors.setColor(QPalette::ToolTipBase, theme_->color(Token::Bg2));
    colors.setColor(QPalette::ToolTipText, theme_->color(Token::T1));
    setPalette(colors);
    rail_->setTheme(*theme_);
    header_->setLook(*theme_, {});
    band_->setLook(*theme_, {});
    frame_->setTheme(*theme_);
    for (auto* page : std::as_const(pages_)) {
        page->setTheme(*theme_);
    }
    if (wall_ != nullptr) {
        wall_->setTheme(*theme_);
    }
    if (stage_ != nullptr) {
        stage_->setTheme(*theme_);
    }
    if (welcome_ != nullptr) {
        welcome_->setTheme(*theme_);
    }
    if (overlay_) {
        overlay_->setTheme(*theme_);
    }
    update();
}

void MainWindow::place()
{
    if (welcome_ != nullptr) {
        welcome_->setGeometry(rect());
        return;
    }
    constexpr int kDeskStripes = 14;
    constexpr double kWallStripes = 12;
    const bool isSimulated = isSimulationShown();
    frame_->setVisible(isSimulated);
    frame_->setThickness(isWall_ ? kWallStripes * qMax(1.0, height() / 1080.0) : kDeskStripes);
    frame_->setGeometry(rect());
    if (overlay_) {
        overlay_->setGeometry(rect());
        overlay_->raise();
    }
    frame_->raise();
    const int bandHeight = isWall_ ? 0 : band_->wantedHeight();
    band_->setVisible(bandHeight > 0);
    if (isWall_) {
        // The picture moves, not the window; what it leaves free has the same ground.
        const int scale = qMax(1, height() / 1080);
        wall_->setGeometry(rect().translated(shift_.offset() * scale));
        stage_->setGeometry(rect());
        return;
    }
    const int inset = isSimulated ? kDeskStripes : 0;
    const QRect room = rect().adjusted(inset, inset, -inset, -inset);
    const int top = room.top() + bandHeight;
    band_->setGeometry(room.left(), room.top(), room.width(), bandHeight);
    const int railWidth = width() < kRailNarrowBelow ? Rail::kNarrow : Rail::kWide;
    const int headerHeight = width() < kNarrowWindow ? 52 : 60;
    const int left = room.left() + railWidth;
    const int right = room.right() + 1;
    const int bottom = room.bottom() + 1;
    rail_->setGeometry(room.left(), top, railWidth, bottom - top);
    header_->setGeometry(left, top, right - left, headerHeight);
    if (auto* page = pages_.value(page_)) {
        const int pageTop = top + headerHeight;
        page->setGeometry(left, pageTop, right - left, bottom - pageTop);
    }
}

void MainWindow::noteSight() { model_.setActive(isVisible() && !isMinimized()); }

void MainWindow::resizeEvent(QResizeEvent*) { place(); }

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::WindowStateChange) {
        noteSight();
        // The window manager may take the wall's full screen away; the wall goes with it.
        if (isWall_ && fullScreenWall_ && !isMinimized() && isVisible() && !isFullScreen()) {
            QTimer::singleShot(0, this, [this] {
                if (!isFullScreen()) {
                    setWall(false);
                }
            });
        }
    }
    QWidget::changeEvent(event);
}

void MainWindow::showEvent(QShowEvent* event)
{
    noteSight();
    QWidget::showEvent(event);
}

void MainWindow::hideEvent(QHideEvent* event)
{
    noteSight();
    QWidget::hideEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    remember();
    event->accept();
}

void MainWindow::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), theme_->color(Token::Bg0));
    if (!std::exchange(hasPainted_, true)) {
        // The window paints before its children; the frame is out when the event loop is back.
        QTimer::singleShot(0, this, &MainWindow::firstFramePainted);
    }
}

}  // namespace headroom::ui
