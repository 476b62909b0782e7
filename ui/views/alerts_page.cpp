// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/alerts_page.h"

#include "ui/feed/actor.h"
#include "ui/models/alert_words.h"
#include "ui/report/alerts_csv.h"
#include "ui/report/save_file.h"
#include "ui/text/format.h"
#include "ui/text/text_style.h"
#include "ui/text/visible_text.h"
#include "ui/views/alerts_details.h"
#include "ui/views/alerts_dialog.h"
#include "ui/views/alerts_table.h"
#include "ui/views/alerts_timeline.h"
#include "ui/widgets/control.h"
#include "ui/widgets/drop_down.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/level_segments.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>

namespace headroom::ui {

namespace {

constexpr int kBothNeed = 1280;
constexpr int kWide = 1600;
constexpr int kNarrowWindow = 1100;
constexpr int kFilterHeight = 32;
constexpr std::chrono::milliseconds kTypingPause { 150 };
constexpr std::chrono::seconds kStatusShown { 15 };

void addMetrics(DropDown& metric)
{
    metric.addItem(AlertsPage::tr("Any metric"), -1);
    for (std::size_t i = 0; i < kAlertTypeCount; ++i) {
        metric.addItem(alertTitle(static_cast<AlertType>(i)), static_cast<int>(i));
    }
}

void addRanges(DropDown& range)
{
    range.addItem(AlertsPage::tr("Last 24 h"), 24);
    range.addItem(AlertsPage::tr("Last 7 days"), 7 * 24);
    range.addItem(AlertsPage::tr("Last 30 days"), 30 * 24);
    range.addItem(AlertsPage::tr("All that is kept"), 0);
    range.setCurrentIndex(2);
}

}  // namespace

AlertsPage::AlertsPage(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , feed_(model.feed())
    , log_(model.feed())
    , alerts_(log_, model.feed(), model.clock())
    , past_(model.feed(), model.clock())
    , levels_(new LevelSegments(this))
    , metric_(new DropDown(this))
    , acknowledged_(new DropDown(this))
    , range_(new DropDown(this))
    , search_(new FieldBox({}, this))
    , export_(new PushButton(QStringLiteral("down"), tr("Export CSV"), this))
    , status_(new QLabel(this))
    , table_(new AlertsTable(alerts_, this))
    , details_(new AlertsDetails(this))
{
    buildFilters();
    buildTabOrder();
    bindKeys(commands());
    status_->setTextFormat(Qt::PlainText);
    status_->setFont(Theme::font(13, 600));
    status_->setAccessibleName(tr("What came of it"));
    connect(table_, &AlertsTable::currentAlertChanged, this, [this](const QString& id) {
        shown_ = id;
        showDetails();
    });
    connect(table_, &AlertsTable::openRequested, this, [this] { openDetails(true); });
    connect(table_, &AlertsTable::acknowledgeRequested, this,
        [this](const QString& id) { acknowledge(id, {}); });
    connect(details_, &AlertsDetails::closeRequested, this, [this] { openDetails(false); });
    connect(details_, &AlertsDetails::noteRequested, this, &AlertsPage::askForNote);
    connect(details_, &AlertsDetails::shelveRequested, this, &AlertsPage::askToShelve);
    connect(details_, &AlertsDetails::unshelveRequested, this, &AlertsPage::unshelve);
    connect(details_, &AlertsDetails::trendsRequested, this, [this] {
        Q_EMIT pastRequested(past_.subject()->metric, past_.span().from, past_.span().to);
    });
    connect(&past_, &AlertPast::changed, this, &AlertsPage::takePast);
    connect(&log_, &AlertLog::boardChanged, this, &AlertsPage::showDetails);
    connect(&log_, &AlertLog::pastChanged, this, &AlertsPage::showDetails);
    connect(&textStyleWatch(), &TextStyleWatch::changed, this, &AlertsPage::showDetails);
    connect(&alerts_, &AlertTableModel::countsChanged, this, &AlertsPage::takeCounts);
    connect(&model.feed(), &Feed::commandFinished, this, &AlertsPage::takeAnswer);
    takeFilters();
    takeCounts();
    setTheme(*theme_);
}

void AlertsPage::buildFilters()
{
    addMetrics(*metric_);
    metric_->setAccessibleName(tr("Metric filter"));
    acknowledged_->addItem(
        tr("Acknowledged or not"), static_cast<int>(AlertFilter::Acknowledged::Any));
    acknowledged_->addItem(tr("Acknowledged"), static_cast<int>(AlertFilter::Acknowledged::Yes));
    acknowledged_->addItem(tr("Not acknowledged"), static_cast<int>(AlertFilter::Acknowledged::No));
    acknowledged_->setAccessibleName(tr("Acknowledgement filter"));
    addRanges(*range_);
    range_->setAccessibleName(tr("Time filter"));
    search_->setPlaceholderText(tr("Search text, initials, notes"));
    search_->setAccessibleName(tr("Search in alerts"));
    search_->setToolTip(tipWithKey(tr("Search"), commands(), u"search"));
    search_->setFont(Theme::font(13, 500));
    search_->setMaxLength(200);
    export_->setToolTip(
        tipWithKey(tr("Write what is listed to a CSV file"), commands(), u"export"));
    export_->setAccessibleName(tr("Export CSV"));
    connect(levels_, &LevelSegments::levelChosen, this, &AlertsPage::takeFilters);
    for (auto* choice : { metric_, acknowledged_, range_ }) {
        connect(choice, &QComboBox::currentIndexChanged, this, &AlertsPage::takeFilters);
    }
    searchPause_.setSingleShot(true);
    connect(&searchPause_, &QTimer::timeout, this, &AlertsPage::takeFilters);
    connect(search_, &QLineEdit::textChanged, this, [this] { searchPause_.start(kTypingPause); });
    connect(search_, &QLineEdit::returnPressed, this, &AlertsPage::takeFilters);
    connect(export_, &QAbstractButton::clicked, this, &AlertsPage::askWhereToExport);
    statusEnds_.setSingleShot(true);
    connect(&statusEnds_, &QTimer::timeout, status_, &QLabel::clear);
}

std::vector<PageCommand> AlertsPage::commands()
{
    const auto of
        = pageCommand<AlertsPage, void (AlertsPage::*)(), QString (AlertsPage::*)() const>;
    return {
        widgetKey(QStringLiteral("choose"), tr("Choose an alert"), { Qt::Key_Up, Qt::Key_Down }),
        widgetKey(QStringLiteral("open"), tr("Open its details"), { Qt::Key_Return }),
        of(QStringLiteral("note"), tr("Acknowledge with a note, or add one…"), { Qt::Key_N },
            &AlertsPage::askForNote, &AlertsPage::whyNoneIsOpen),
        of(QStringLiteral("shelve"), tr("Shelve, or bring back…"), { Qt::Key_S },
            &AlertsPage::shelveOrUnshelve, &AlertsPage::whyNoneIsOpen),
        pageCommand<AlertsPage>(QStringLiteral("search"), tr("Search in alerts"), { Qt::Key_Slash },
            [](AlertsPage& page) {
                page.search_->setFocus(Qt::ShortcutFocusReason);
                page.search_->selectAll();
            }),
        pageCommand<AlertsPage>(QStringLiteral("export"), tr("Export alerts as CSV…"),
            { Qt::Key_E }, &AlertsPage::askWhereToExport),
    };
}

QString AlertsPage::whyNoneIsOpen() const
{
    return currentOpen() != nullptr ? QString() : tr("no open alert is chosen");
}

void AlertsPage::shelveOrUnshelve()
{
    if (const auto* alert = currentOpen(); alert != nullptr) {
        isShelved(*alert) ? unshelve() : askToShelve();
    }
}

void AlertsPage::buildTabOrder()
{
    QWidget* before = levels_;
    for (QWidget* next : std::initializer_list<QWidget*> {
             metric_, acknowledged_, range_, search_, export_, table_, details_->timeline() }) {
        setTabOrder(before, next);
        before = next;
    }
}

void AlertsPage::setTheme(const Theme& theme)
{
    theme_ = &theme;
    levels_->setTheme(theme);
    for (auto* choice : { metric_, acknowledged_, range_ }) {
        choice->setTheme(theme);
    }
    search_->setTheme(theme);
    export_->setTheme(theme);
    table_->setTheme(theme);
    details_->setTheme(theme);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.color(Token::T1));
    status_->setPalette(colors);
    update();
}

void AlertsPage::takeFilters()
{
    searchPause_.stop();
    AlertFilter filter;
    filter.level = levels_->level();
    if (const int type = metric_->currentData().toInt(); type >= 0) {
        filter.type = static_cast<AlertType>(type);
    }
    filter.acknowledged
        = static_cast<AlertFilter::Acknowledged>(acknowledged_->currentData().toInt());
    if (const int hours = range_->currentData().toInt(); hours > 0) {
        filter.within = std::chrono::hours(hours);
    }
    filter.text = search_->text().trimmed();
    alerts_.setFilter(filter);
}

void AlertsPage::takeCounts()
{
    const auto& counts = alerts_.counts();
    const auto of = [&](Level level) { return counts.byLevel[static_cast<std::size_t>(level)]; };
    levels_->setCounts(counts.all, of(Level::Red), of(Level::Orange), of(Level::Yellow));
    place();
}

const AlertView* AlertsPage::currentOpen() const
{
    const auto board = log_.board();
    if (!board) {
        return nullptr;
    }
    for (const auto& alert : board->open) {
        if (QString::fromStdString(alert.id) == shown_) {
            return &alert;
        }
    }
    return nullptr;
}

void AlertsPage::showDetails()
{
    if (!isVisible()) {
        return;
    }
    const auto board = log_.board();
    if (shown_.isEmpty() && board && !board->open.empty()) {
        table_->setCurrentAlert(QString::fromStdString(board->open.front().id));  // the worst
    }
    const auto snapshot = model().snapshot();
    details_->setAlert(currentOpen(), log_.lifeOf(shown_), snapshot.get(),
        model().clock().steadyNow(), !log_.contact().isConnected);
    past_.show(AlertPast::subjectOf(currentOpen(), log_.lifeOf(shown_).get()));
    past_.tick();
    takePast();
    const bool isWaiting = board
        && std::any_of(board->open.begin(), board->open.end(),
            [](const AlertView& alert) { return waitsForPerson(alert); });
    Alternation::shared().watch(table_->viewport(), isWaiting && log_.contact().isConnected);
}

void AlertsPage::takePast() { details_->setPast(past_.subject() ? &past_.display() : nullptr); }

void AlertsPage::openDetails(bool isOpen)
{
    isDetailsOpen_ = isOpen;
    if (isOpen) {
        showDetails();
    } else {
        table_->setFocus();
    }
    place();
}

void AlertsPage::showDisplay(const OverviewDisplay& display)
{
    const bool isLost = display.contact.kind == ContactDisplay::Kind::Lost;
    if (second_ == display.clock.time && isLost == isLost_) {
        return;
    }
    isLost_ = isLost;
    table_->setWithdrawn(isLost);
    second_ = display.clock.time;
    alerts_.tick();
    showDetails();
}

void AlertsPage::showEvent(QShowEvent* event)
{
    second_.clear();
    log_.setActive(true);
    View::showEvent(event);
}

void AlertsPage::hideEvent(QHideEvent* event)
{
    log_.setActive(false);
    Alternation::shared().watch(table_->viewport(), false);
    View::hideEvent(event);
}

bool AlertsPage::goBack()
{
    if (!isDetailsOpen_ || hasRoomForBoth()) {
        return false;
    }
    openDetails(false);
    return true;
}

void AlertsPage::acknowledgeFirst()
{
    const auto* chosen = currentOpen();
    if (chosen != nullptr && waitsForPerson(*chosen)) {
        acknowledge(shown_, {});
        return;
    }
    const auto board = log_.board();
    if (!board) {
        return;
    }
    for (const auto& alert : board->open) {
        if (waitsForPerson(alert)) {
            acknowledge(QString::fromStdString(alert.id), {});
            return;
        }
    }
}

void AlertsPage::submit(Command command, const QString& refusal)
{
    refusals_.push_back(refusal);
    model().feed().submit(command);
}

void AlertsPage::takeAnswer(const QString& error)
{
    // Commands are answered in the order in which they were sent.
    if (refusals_.isEmpty()) {
        return;
    }
    const QString refusal = refusals_.takeFirst();
    say(error.isEmpty() ? QString() : refusal + QStringLiteral(": ") + visibleText(error));
}

void AlertsPage::say(const QString& text)
{
    status_->setText(text);
    status_->setToolTip(text);
    statusEnds_.start(kStatusShown);
    place();
}

void AlertsPage::acknowledge(const QString& id, const QString& note)
{
    submit({ actorName(), AcknowledgeAlert { id.toStdString(), note.toStdString() } },
        tr("not acknowledged"));
}

void AlertsPage::askForNote()
{
    const auto* alert = currentOpen();
    if (alert == nullptr) {
        return;
    }
    const bool isFirst = alert->acknowledgedBy.empty();
    auto* dialog
        = new AlertsDialog(isFirst ? AlertsDialog::Kind::Acknowledge : AlertsDialog::Kind::Note,
            alertTitle(alert->type), {}, *theme_, this);
    // The alert that was asked about, whichever is chosen by then.
    connect(dialog, &AlertsDialog::decided, this,
        [this, id = shown_](const QString& note) { acknowledge(id, note); });
    dialog->open();
}

void AlertsPage::askToShelve()
{
    const auto* alert = currentOpen();
    if (alert == nullptr) {
        return;
    }
    auto* dialog = new AlertsDialog(
        AlertsDialog::Kind::Shelve, alertTitle(alert->type), alert->shelfMaximum, *theme_, this);
    connect(dialog, &AlertsDialog::decided, this,
        [this, id = shown_](const QString& reason, std::chrono::seconds duration) {
            submit(
                { actorName(), ShelveAlert { id.toStdString(), duration, reason.toStdString() } },
                tr("not shelved"));
        });
    dialog->open();
}

void AlertsPage::unshelve()
{
    submit({ actorName(), UnshelveAlert { shown_.toStdString() } }, tr("still shelved"));
}

QString AlertsPage::exportTo(const QString& path) const
{
    return saveFile(path, alertsCsv(alerts_.openShown(), alerts_.pastShown(), feed_.isSimulated()));
}

void AlertsPage::askWhereToExport()
{
    auto* dialog = new QFileDialog(this, tr("Export alerts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(tr("CSV (*.csv)"));
    dialog->selectFile(QStringLiteral("headroom-alerts-%1.csv")
                           .arg(format::isoDate(format::machineDay(model().clock().systemNow()))));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        auto bytes
            = alertsCsv(alerts_.openShown(), alerts_.pastShown(), model().feed().isSimulated());
        // A disk may be slow; this thread never is.
        QThreadPool::globalInstance()->start(
            [page = QPointer<AlertsPage>(this), path, bytes = std::move(bytes)] {
                const QString error = saveFile(path, bytes);
                QMetaObject::invokeMethod(qApp, [page, path, error] {
                    if (page) {
                        page->say(error.isEmpty() ? tr("written to %1").arg(path)
                                                  : tr("not exported: %1").arg(error));
                    }
                });
            });
    });
    dialog->open();
}

bool AlertsPage::hasRoomForBoth() const { return window()->width() >= kBothNeed; }

void AlertsPage::placeFilters(int left, int top, int width)
{
    constexpr int kGap = 8;
    constexpr int kSearchAtLeast = 120;
    constexpr int kSearchAtMost = 280;
    const bool isCompact = width < 1150;
    levels_->setCompact(isCompact);
    export_->setText(isCompact ? QString() : tr("Export CSV"));
    int x = left;
    const auto put = [&](QWidget* widget, int wanted) {
        widget->setGeometry(x, top, wanted, kFilterHeight);
        x += wanted + kGap;
    };
    put(levels_, levels_->sizeHint().width());
    const int exportWidth = export_->sizeHint().width();
    const int choices = metric_->sizeHint().width() + acknowledged_->sizeHint().width()
        + range_->sizeHint().width() + 3 * kGap;
    const int spare = left + width - x - choices - exportWidth - kGap;
    const int shrink = spare < kSearchAtLeast ? (kSearchAtLeast - spare + 2) / 3 : 0;
    for (auto* choice : { metric_, acknowledged_, range_ }) {
        put(choice, choice->sizeHint().width() - shrink);
    }
    put(search_, qBound(kSearchAtLeast, spare, kSearchAtMost));
    export_->setGeometry(left + width - exportWidth, top, exportWidth, kFilterHeight);
}

void AlertsPage::place()
{
    const bool isNarrow = window()->width() < kNarrowWindow;
    const int margin = isNarrow ? 12 : 20;
    const int width = this->width() - 2 * margin;
    placeFilters(margin, 14, width);
    int top = 14 + kFilterHeight + 14;
    const bool isSaying = !status_->text().isEmpty();
    status_->setVisible(isSaying);
    if (isSaying) {
        status_->setGeometry(margin + 2, top - 8, width, 22);
        top += 20;
    }
    const int height = this->height() - top - (isNarrow ? 12 : 16);
    const int detailsWidth = window()->width() >= kWide ? 440 : 400;
    const bool areBoth = hasRoomForBoth();
    const int tableWidth = areBoth ? width - detailsWidth - 16 : width;
    table_->setGeometry(margin + 1, top + 1, tableWidth - 2, height - 2);
    details_->setGeometry(margin + width - detailsWidth, top, detailsWidth, height);
    details_->setClosable(!areBoth);
    details_->setVisible(areBoth || isDetailsOpen_);
    details_->raise();
    update();
}

void AlertsPage::resizeEvent(QResizeEvent*) { place(); }

void AlertsPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme_->color(Token::Bg0));
    drawCard(painter, QRectF(table_->geometry()).adjusted(-1, -1, 1, 1), *theme_, {});
}

}  // namespace headroom::ui
