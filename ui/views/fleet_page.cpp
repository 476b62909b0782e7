// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/fleet_page.h"

#include "ui/models/fleet_words.h"
#include "ui/views/fleet_summary.h"
#include "ui/views/fleet_table.h"
#include "ui/widgets/control.h"
#include "ui/widgets/drop_down.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QLabel>
#include <QPainter>

namespace headroom::ui {

namespace {

constexpr int kSummaryHeight = 72;
constexpr int kFilterHeight = 32;
constexpr int kNoteHeight = 22;
constexpr std::chrono::milliseconds kTypingPause { 200 };

}  // namespace

FleetPage::FleetPage(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , fleet_(model.fleet())
{
    setAccessibleName(tr("Fleet"));
    describeServer();
    if (fleet_ != nullptr) {
        build(*fleet_);
        takeDisplay();
        takeOpened();
    }
    bindKeys(commands());
    setTheme(*theme_);
}

std::vector<PageCommand> FleetPage::commands()
{
    return {
        widgetKey(
            QStringLiteral("choose"), tr("Choose a depository"), { Qt::Key_Up, Qt::Key_Down }),
        widgetKey(QStringLiteral("open"), tr("Open it"), { Qt::Key_Return }),
        pageCommand<FleetPage>(
            QStringLiteral("search"), tr("Search by name"), { Qt::Key_Slash },
            [](FleetPage& page) {
                if (page.search_ != nullptr) {
                    page.search_->setFocus(Qt::ShortcutFocusReason);
                    page.search_->selectAll();
                }
            },
            [](const FleetPage& page) {
                return page.fleet_ != nullptr ? QString() : tr("no server is named");
            }),
    };
}

void FleetPage::build(FleetModel& fleet)
{
    summary_ = new FleetSummary(this);
    states_ = new DropDown(this);
    search_ = new FieldBox({}, this);
    matching_ = new QLabel(this);
    note_ = new QLabel(this);
    table_ = new FleetTable(fleet, this);
    close_ = new PushButton(QStringLiteral("x"), {}, this);
    states_->addItem(tr("All levels"), -1);
    for (std::size_t i = 0; i < kFleetStates; ++i) {
        states_->addItem(fleetWord(static_cast<FleetState>(i)), static_cast<int>(i));
    }
    states_->setAccessibleName(tr("Level filter"));
    search_->setPlaceholderText(tr("Search by name"));
    search_->setAccessibleName(tr("Search by name"));
    search_->setToolTip(tipWithKey(tr("Search"), commands(), u"search"));
    search_->setFont(Theme::font(13, 500));
    search_->setMaxLength(100);
    for (auto* label : { matching_, note_ }) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(Theme::font(13, 500));
    }
    matching_->setAccessibleName(tr("How many are listed"));
    note_->setAccessibleName(tr("What to know about this list"));
    typingPause_.setSingleShot(true);
    connect(&typingPause_, &QTimer::timeout, this, &FleetPage::takeFilter);
    connect(search_, &QLineEdit::textChanged, this, [this] { typingPause_.start(kTypingPause); });
    connect(search_, &QLineEdit::returnPressed, this, &FleetPage::takeFilter);
    connect(states_, &QComboBox::currentIndexChanged, this, &FleetPage::takeFilter);
    connect(&fleet, &FleetModel::displayChanged, this, &FleetPage::takeDisplay);
    connect(&fleet, &FleetModel::openedChanged, this, &FleetPage::takeOpened);
    connect(close_, &QAbstractButton::clicked, fleet_, &FleetModel::closeOpened);
    connect(table_, &FleetTable::openRequested, this, [this](const QString& instance) {
        if (const QString said = fleet_->open(instance); !said.isEmpty()) {
            note_->setText(said);
            note_->setToolTip(said);
        }
    });
    setTabOrder(states_, search_);
    setTabOrder(search_, close_);
    setTabOrder(close_, table_);
}

void FleetPage::setTheme(const Theme& theme)
{
    theme_ = &theme;
    if (fleet_ != nullptr) {
        summary_->setLook(theme, {});
        states_->setTheme(theme);
        search_->setTheme(theme);
        table_->setTheme(theme);
        close_->setTheme(theme);
        QPalette colors = palette();
        colors.setColor(QPalette::WindowText, theme.color(Token::T2));
        matching_->setPalette(colors);
        note_->setPalette(colors);
    }
    update();
}

void FleetPage::takeFilter()
{
    typingPause_.stop();
    const int state = states_->currentData().toInt();
    fleet_->setFilter(
        state < 0 ? std::nullopt : std::optional(static_cast<FleetState>(state)), search_->text());
    table_->scrollToTop();
}

bool FleetPage::hasServer() const { return fleet_ != nullptr && fleet_->hasServer(); }

void FleetPage::describeServer()
{
    setAccessibleDescription(hasServer()
            ? QString()
            : tr("No server is named. Name a Prometheus server on the Sources page, or start "
                 "Headroom with --fleet and its address."));
}

void FleetPage::takeOpened()
{
    const bool isOpen = hasServer() && !fleet_->opened().isEmpty();
    close_->setVisible(isOpen);
    if (isOpen) {
        close_->setText(tr("Close %1").arg(fleet_->opened()));
        close_->setAccessibleName(close_->text());
        close_->setAccessibleDescription(
            tr("Goes back to what this window showed before the depository was opened."));
        close_->setToolTip(close_->accessibleDescription());
    }
    place();
}

void FleetPage::takeDisplay()
{
    describeServer();
    const std::initializer_list<QWidget*> parts { summary_, states_, search_, matching_, note_,
        table_ };
    for (auto* part : parts) {
        part->setVisible(hasServer());
    }
    update();
    const auto& display = fleet_->display();
    summary_->setDisplay(display);
    matching_->setText(display.matching.isEmpty() ? QString() : tr("Listed: ") + display.matching);
    if (!display.note.isEmpty() || !note_->text().startsWith(tr("To see"))) {
        note_->setText(display.note);
        note_->setToolTip(display.note);
    }
}

void FleetPage::showEvent(QShowEvent* event)
{
    if (fleet_ != nullptr) {
        fleet_->setActive(true);
        takeDisplay();
    }
    View::showEvent(event);
}

void FleetPage::hideEvent(QHideEvent* event)
{
    if (fleet_ != nullptr) {
        fleet_->setActive(false);
    }
    View::hideEvent(event);
}

void FleetPage::place()
{
    if (fleet_ == nullptr) {
        return;
    }
    const int margin = width() >= 1280 ? 24 : 20;
    const int across = width() - 2 * margin;
    int top = 16;
    summary_->setGeometry(margin, top, across, kSummaryHeight);
    top += kSummaryHeight + 12;
    states_->setGeometry(margin, top, 150, kFilterHeight);
    search_->setGeometry(margin + 162, top, 260, kFilterHeight);
    const int closing = close_->isHidden() ? 0 : std::min(close_->sizeHint().width(), across / 3);
    close_->setGeometry(margin + across - closing, top, closing, kFilterHeight);
    matching_->setGeometry(margin + 438, top, across - 438 - closing, kFilterHeight);
    top += kFilterHeight + 12;
    const int foot = height() - 10 - kNoteHeight;
    table_->setGeometry(margin + 1, top + 1, across - 2, foot - 8 - top - 2);
    note_->setGeometry(margin, foot, across, kNoteHeight);
}

void FleetPage::resizeEvent(QResizeEvent*) { place(); }

void FleetPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme_->color(Token::Bg0));
    if (hasServer()) {
        drawCard(painter, QRectF(table_->geometry()).adjusted(-1, -1, 1, 1), *theme_, {});
        return;
    }
    const double x = 24;
    const auto line = [&](double y, const QString& text, double size, int weight, Token token) {
        drawMiddle(painter, { x + 24, y }, width() - 2 * x - 48, text, textFont(size, weight),
            theme_->color(token));
    };
    drawCard(painter, QRectF(x, 16, width() - 2 * x, 176), *theme_, {});
    line(48, tr("No server is named yet"), 16, 650, Token::T1);
    line(80, tr("This page lists many depositories, worst first, from a Prometheus server."), 14,
        400, Token::T2);
    line(104, tr("Name it on the Sources page (Ctrl+7), or start Headroom with its address:"), 14,
        400, Token::T2);
    line(132, QStringLiteral("headroom --fleet http://127.0.0.1:9090"), 14, 600, Token::T1);
    line(160, tr("docs/fleet.md says what the server needs, on one page."), 14, 400, Token::T2);
}

}  // namespace headroom::ui
