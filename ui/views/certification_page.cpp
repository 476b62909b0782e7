// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/certification_page.h"

#include "monitor_core/base/utc_text.h"
#include "ui/feed/actor.h"
#include "ui/models/certification_words.h"
#include "ui/report/calendar.h"
#include "ui/report/certificate_pdf.h"
#include "ui/report/certification_csv.h"
#include "ui/report/save_file.h"
#include "ui/text/format.h"
#include "ui/text/visible_text.h"
#include "ui/views/certification_tools.h"
#include "ui/views/review_dialog.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/certificate_head.h"
#include "ui/widgets/control.h"
#include "ui/widgets/limit_table.h"
#include "ui/widgets/page_notice.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/scroll_bar.h"
#include "ui/widgets/segment_bar.h"

#include <QFileDialog>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr int kNarrowWindow = 1100;
constexpr int kWideWindow = 1600;
constexpr int kTabs = 46;
constexpr int kEscalation = 3;

/// The card behind tabs and table.
class CardPanel : public Panel {
public:
    explicit CardPanel(QWidget* parent)
        : Panel(parent)
    {
        setAccessibleRole(*this, QAccessible::Grouping);
        setAccessibleName(CertificationPage::tr("Guidance"));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawCard(painter, rect(), theme(), {});
        painter.fillRect(QRect(1, kTabs, width() - 2, 1), theme().color(Token::Line));
    }
};

/// Says that the keyboard is on an area that paints nothing itself.
class AreaRing final : public QWidget {
public:
    explicit AreaRing(QWidget* area)
        : QWidget(area)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
        area->installEventFilter(this);
    }
    void setTheme(const Theme& theme)
    {
        theme_ = &theme;
        update();
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
            setGeometry(parentWidget()->rect());
            setVisible(event->type() == QEvent::FocusIn);
            raise();
        } else if (event->type() == QEvent::Resize) {
            setGeometry(parentWidget()->rect());
        }
        return false;
    }
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawFocusRing(painter, rect(), *theme_);
    }

private:
    const Theme* theme_ = &Theme::dark();
};

QStringList tabTexts()
{
    QStringList texts;
    for (const auto& table : guidanceTables({})) {
        texts << table.title;
    }
    return texts;
}

}  // namespace

CertificationPage::CertificationPage(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , certification_(model.feed(), model.clock())
    , tools_(new CertificationTools(this))
    , scroll_(new QScrollArea(this))
    , content_(new QWidget)
    , head_(new CertificateHeadPanel(content_))
    , limits_(new LimitTable(content_))
    , card_(new CardPanel(content_))
    , tabs_(new SegmentBar(tabTexts(), SegmentBar::Style::Tabs, content_))
    , guidance_(new GuidancePanel(content_))
    , notice_(new PageNotice(this))
    , choosePath_([this](const QString& suggested, const QString& filter) {
        return QFileDialog::getSaveFileName(this, tr("Export"), suggested, filter);
    })
    , table_(kEscalation)
{
    tools_->hide();
    scroll_->setWidget(content_);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleRole(*scroll_, QAccessible::Pane);
    scroll_->setAccessibleName(tr("Certification"));
    scroll_->setFocusPolicy(Qt::TabFocus);
    ring_ = new AreaRing(scroll_);
    tabs_->setObjectName(QStringLiteral("guidance"));
    connect(tabs_, &SegmentBar::chosen, this, &CertificationPage::showTable);
    connect(tools_, &CertificationTools::tableWanted, this, &CertificationPage::exportTable);
    connect(tools_, &CertificationTools::calendarWanted, this, &CertificationPage::exportCalendar);
    connect(tools_, &CertificationTools::pdfWanted, this, &CertificationPage::exportPdf);
    connect(tools_, &CertificationTools::reviewWanted, this, &CertificationPage::askForReview);
    connect(&certification_, &CertificationModel::changed, this, &CertificationPage::takeDisplay);
    connect(&certification_, &CertificationModel::recorded, this, [this](const QString& next) {
        say(tr("review recorded; the next one is due on %1").arg(next), false);
    });
    connect(&certification_, &CertificationModel::refused, this,
        [this](const QString& why) { say(tr("review not recorded: %1").arg(why), true); });
    bindKeys(commands());
    setTheme(*theme_);
    takeDisplay();
}

CertificationPage::~CertificationPage()
{
    delete tools_.data();  // wherever they are; with the header they may be gone before
}

QWidget* CertificationPage::headerTools() { return tools_; }

std::vector<PageCommand> CertificationPage::commands()
{
    const auto of
        = [](const char* id, const QString& title, Qt::Key key, void (CertificationPage::*run)()) {
              return pageCommand<CertificationPage>(QString::fromLatin1(id), title, { key }, run);
          };
    return {
        pageCommand<CertificationPage>(QStringLiteral("review"), tr("Record review…"),
            { Qt::Key_R }, &CertificationPage::askForReview,
            [](const CertificationPage& page) { return page.certification_.display().readOnly; }),
        of("pdf", tr("Export certificate as PDF…"), Qt::Key_P, &CertificationPage::exportPdf),
        of("csv", tr("Export the limits as CSV…"), Qt::Key_E, &CertificationPage::exportTable),
        of("calendar", tr("Add review to calendar (.ics)…"), Qt::Key_C,
            &CertificationPage::exportCalendar),
    };
}

void CertificationPage::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (Panel* panel : std::initializer_list<Panel*> { head_, limits_, card_, guidance_ }) {
        panel->setLook(theme, {});
    }
    tabs_->setTheme(theme);
    tools_->setTheme(theme);
    static_cast<AreaRing*>(ring_)->setTheme(theme);
    QPalette colors = scroll_->palette();
    colors.setColor(QPalette::Window, theme.color(Token::Bg0));
    colors.setColor(QPalette::Base, theme.color(Token::Bg0));
    colors.setColor(QPalette::Button, theme.color(Token::Bg3));
    scroll_->setPalette(colors);
    scroll_->verticalScrollBar()->setStyleSheet(scrollBarSheet(theme));
    content_->setPalette(colors);
}

void CertificationPage::showDisplay(const OverviewDisplay&) { }

void CertificationPage::takeDisplay()
{
    const auto& display = certification_.display();
    head_->setDisplay(display.head, display.isStale);
    limits_->setDisplay(display.limits, display.isStale);
    tools_->setReadOnly(display.readOnly);
    showTable(table_);
}

void CertificationPage::showTable(int index)
{
    const auto& tables = certification_.display().tables;
    if (index < 0 || index >= tables.size()) {
        return;
    }
    table_ = index;
    tabs_->setCurrent(index);
    guidance_->setDisplay(tables[index]);
    place();
}

void CertificationPage::place()
{
    scroll_->setGeometry(rect());
    tools_->setWindowWidth(window()->width());
    placeContent(width());
    // A bar that comes takes its width from the content.
    if (content_->height() > height()) {
        placeContent(width() - scroll_->verticalScrollBar()->sizeHint().width());
    }
}

void CertificationPage::placeContent(int width)
{
    const bool isNarrow = window()->width() < kNarrowWindow;
    const bool isWide = window()->width() >= kWideWindow;
    const int margin = isNarrow ? 12 : isWide ? 24 : 20;
    const int gap = isWide ? 16 : 12;
    const int inner = width - 2 * margin;
    int top = isNarrow ? 12 : isWide ? 20 : 16;
    const int headHeight = head_->heightFor(inner);
    head_->setGeometry(margin, top, inner, headHeight);
    top += headHeight + gap;
    const int rows = limits_->heightFor(isWide ? LimitTable::kRow : LimitTable::kLowRow);
    limits_->setGeometry(margin, top, inner, rows);
    top += rows + gap;
    const int wanted = kTabs + guidance_->heightFor(inner);
    const int bottom = std::max(top + wanted, height() - gap);
    card_->setGeometry(margin, top, inner, bottom - top);
    tabs_->setGeometry(margin + 14, top + 8, std::min(tabs_->sizeHint().width(), inner - 28), 36);
    guidance_->setGeometry(margin, top + kTabs + 1, inner, bottom - top - kTabs - 2);
    tabs_->raise();
    content_->resize(width, bottom + gap);
    if (bottom + gap <= height()) {
        content_->resize(width, height());
    }
}

void CertificationPage::resizeEvent(QResizeEvent*) { place(); }

void CertificationPage::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    certification_.setActive(true);
    place();
}

void CertificationPage::hideEvent(QHideEvent* event)
{
    certification_.setActive(false);
    View::hideEvent(event);
}

QString CertificationPage::message() const { return notice_->said(); }

void CertificationPage::say(const QString& text, bool isError)
{
    notice_->say(text, isError, *theme_);
}

QString CertificationPage::sourceName() const
{
    const auto snapshot = certification_.snapshot();
    return snapshot ? visibleText(snapshot->source.name, 120) : tr("no source");
}

QString CertificationPage::fileName(const QString& extension) const
{
    return QStringLiteral("headroom-certificate-%1.%2")
        .arg(format::isoDate(format::machineDay(certification_.now())), extension);
}

void CertificationPage::save(const QString& name, const QString& filter, const QByteArray& bytes)
{
    const QString path = choosePath_(name, filter);
    if (path.isEmpty()) {
        return;
    }
    const QString error = saveFile(path, bytes);
    say(error.isEmpty() ? tr("written: %1").arg(path) : error, !error.isEmpty());
}

void CertificationPage::exportPdf()
{
    CertificateReport report;
    report.display = certification_.displayForFile();
    report.source = sourceName();
    report.feed = certification_.feed().sourceText();
    report.madeAt = certification_.now();
    report.isSimulated = certification_.feed().isSimulated();
    save(fileName(QStringLiteral("pdf")), tr("PDF (*.pdf)"), certificatePdf(report));
}

void CertificationPage::exportTable()
{
    save(fileName(QStringLiteral("csv")), tr("CSV (*.csv)"),
        certificationCsv(certification_.data(), certification_.snapshot().get(),
            certification_.feed().isSimulated()));
}

void CertificationPage::exportCalendar()
{
    const auto head = certification_.displayForFile().head;
    const auto due = parseDateText(head.nextReview.toStdString());
    if (!due) {
        say(tr("not exported: the day of the next review is not known"), true);
        return;
    }
    ReviewEvent event;
    event.due = *due;
    event.certificate = head.status;
    event.owner = head.owner;
    event.depository = sourceName();
    event.state = head.duePlate && !head.duePlate->icon.isEmpty() ? head.duePlate->word : QString();
    event.isSimulated = certification_.feed().isSimulated();
    save(QStringLiteral("headroom-review-%1.ics").arg(head.nextReview), tr("Calendar (*.ics)"),
        reviewCalendar(event, certification_.now()));
}

void CertificationPage::askForReview()
{
    const auto& display = certification_.display();
    if (!display.readOnly.isEmpty()) {
        say(display.readOnly, true);
        return;
    }
    QString thereafter;
    const auto due = parseDateText(display.head.nextReview.toStdString());
    if (due) {
        // By the log itself, which knows how months end.
        ReviewLog log(*due, certificate().reviewCycle);
        const auto today = utcDate(certification_.now());
        const auto draft = log.draft({ "?", "?", {}, true, today }, today);
        thereafter = draft ? format::isoDate(draft->nextDue) : QString();
    }
    auto* dialog = new ReviewDialog(QString::fromStdString(actorName()),
        due ? display.head.nextReview : QString(), thereafter, *theme_, this);
    connect(dialog, &ReviewDialog::decided, &certification_, &CertificationModel::record);
    dialog->open();
}

}  // namespace headroom::ui
