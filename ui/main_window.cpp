// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/views/view_list.h"
#include "ui/widgets/contact_band.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/rail.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QTimer>

#include <utility>

namespace headroom::ui {

namespace {

constexpr int kRailNarrowBelow = 1280;
constexpr int kNarrowWindow = 1100;
constexpr QSize kUsualSize { 1440, 900 };

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kThemeKey = QStringLiteral("window/theme");

QVector<RailEntry> railEntries()
{
    QVector<RailEntry> entries;
    for (const auto& row : viewList()) {
        entries.push_back({ row.id, row.title, row.icon, {} });
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
    setMinimumSize(kSmallest);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::ClickFocus);  // else the window would open with a ring on its first control
    buildChrome();
    buildShortcuts();
    restore(options);
    buildWallKeeping(options);
    applyTheme();
    setWall(options.wall);  // before the page: a wall does not make one
    openPage(options.page.isEmpty() ? viewList().front().id : options.page);
    setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildChrome()
{
    rail_ = new Rail(railEntries(),
        { QStringLiteral("wall"), QStringLiteral("Wall mode"), QStringLiteral("wall"),
            QStringLiteral("F11") },
        this);
    header_ = new HeaderBar(this);
    band_ = new ContactBand(this);
    band_->hide();
    connect(rail_, &Rail::chosen, this,
        [this](const QString& id) { id == QLatin1String("wall") ? setWall(true) : openPage(id); });
    connect(header_, &HeaderBar::wallRequested, this, [this] { setWall(true); });
    const auto otherTheme
        = [this] { setTheme(theme() == ThemeKind::Dark ? ThemeKind::Light : ThemeKind::Dark); };
    connect(header_, &HeaderBar::themeRequested, this, otherTheme);
    connect(new QShortcut(Qt::Key_T, this), &QShortcut::activated, this, otherTheme);
    connect(&model_, &OverviewModel::changed, this, &MainWindow::takeDisplay);
}

void MainWindow::takeDisplay()
{
    rotation_.setCalm(isCalm(model_.display()));
    if (isWall_) {
        return;
    }
    header_->setDisplay(model_.display().clock, model_.display().foot.depository);
    band_->setDisplay(model_.display().contact);
    if (band_->height() != band_->wantedHeight()
        || band_->isHidden() == (band_->wantedHeight() > 0)) {
        place();
    }
}

void MainWindow::buildShortcuts()
{
    connect(new QShortcut(Qt::Key_F11, this), &QShortcut::activated, this,
        [this] { setWall(!isWall_); });
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this,
        [this] { setWall(false); });
    connect(new QShortcut(Qt::Key_A, this), &QShortcut::activated, this, [this] {
        View* page = pages_.value(isWall_ ? rotation_.page() : page_);
        View* view = isWall_ && page == nullptr ? wall_ : page;
        if (view != nullptr) {
            view->acknowledgeFirst();
        }
    });
    connect(
        new QShortcut(Qt::Key_M, this), &QShortcut::activated, this, &MainWindow::muteRequested);
    for (const auto& row : viewList()) {
        auto* shortcut = new QShortcut(QKeySequence(row.shortcut), this);
        connect(shortcut, &QShortcut::activated, this, [this, id = row.id] {
            setWall(false);
            openPage(id);
        });
    }
}

void MainWindow::restore(const WindowOptions& options)
{
    resize(options.size.value_or(kUsualSize));
    auto kind = ThemeKind::Dark;
    if (!settingsFile_.isEmpty()) {
        const QSettings settings(settingsFile_, QSettings::IniFormat);
        if (settings.value(kThemeKey).toString() == QLatin1String("light")) {
            kind = ThemeKind::Light;
        }
        if (!options.size) {
            restoreGeometry(settings.value(kGeometryKey).toByteArray());
        }
    }
    theme_ = &Theme::of(options.theme.value_or(kind));
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
    settings.setValue(
        kThemeKey, theme() == ThemeKind::Light ? QStringLiteral("light") : QStringLiteral("dark"));
}

View* MainWindow::pageWidget(const QString& id)
{
    auto& page = pages_[id];
    if (page == nullptr) {
        for (const auto& row : viewList()) {
            if (row.id == id) {
                page = row.make(model_, this);
                page->setTheme(*theme_);
            }
        }
    }
    return page;
}

void MainWindow::openPage(const QString& id)
{
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

void MainWindow::setTheme(ThemeKind kind)
{
    theme_ = &Theme::of(kind);
    applyTheme();
    remember();
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
    for (auto* page : std::as_const(pages_)) {
        page->setTheme(*theme_);
    }
    if (wall_ != nullptr) {
        wall_->setTheme(*theme_);
    }
    update();
}

void MainWindow::place()
{
    const int top = isWall_ ? 0 : band_->wantedHeight();
    band_->setVisible(top > 0);
    if (isWall_) {
        // The picture moves, not the window; what it leaves free has the same ground.
        const int scale = qMax(1, height() / 1080);
        wall_->setGeometry(rect().translated(shift_.offset() * scale));
        if (auto* page = pages_.value(rotation_.page())) {
            page->setGeometry(rect());
        }
        return;
    }
    band_->setGeometry(0, 0, width(), top);
    const int railWidth = width() < kRailNarrowBelow ? Rail::kNarrow : Rail::kWide;
    const int headerHeight = width() < kNarrowWindow ? 52 : 60;
    rail_->setGeometry(0, top, railWidth, height() - top);
    header_->setGeometry(railWidth, top, width() - railWidth, headerHeight);
    if (auto* page = pages_.value(page_)) {
        const int pageTop = top + headerHeight;
        page->setGeometry(railWidth, pageTop, width() - railWidth, height() - pageTop);
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
