// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/thresholds_page.h"

#include "monitor_core/policy/policy_json.h"
#include "ui/report/save_file.h"
#include "ui/text/format.h"
#include "ui/views/thresholds_dialog.h"
#include "ui/views/thresholds_row.h"
#include "ui/views/thresholds_undo.h"
#include "ui/widgets/control.h"
#include "ui/widgets/page_notice.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/scroll_bar.h"
#include "ui/widgets/segment_bar.h"

#include <QFile>
#include <QFileDialog>
#include <QScrollArea>
#include <QScrollBar>

namespace headroom::ui {

namespace {

constexpr qint64 kLongestFile = 1024 * 1024;
constexpr std::chrono::milliseconds kRepaintEvery { 100 };

/// The certified policy, as it was built into the program.
ThresholdPolicy certifiedPolicy()
{
    initResources();
    QFile file(QStringLiteral(":/policy.certified.json"));
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::ReadOnly);
    const auto policy = policyFromJson(file.readAll().toStdString());
    Q_ASSERT_X(policy.has_value(), "thresholds", "the certified policy cannot be read");
    return policy ? *policy : ThresholdPolicy {};
}

/// Typing into one field, or one drag, is one step.
int deedOf(int kind, Metric metric, ThresholdField field)
{
    return (kind * static_cast<int>(kMetricCount) + static_cast<int>(metric)) * kThresholdFieldCount
        + static_cast<int>(field);
}

}  // namespace

ThresholdsPage::ThresholdsPage(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , editor_(model.feed(), model.clock(), certifiedPolicy())
    , span_(new SegmentBar({ tr("24 h"), tr("7 d") }, SegmentBar::Style::Boxed, this))
    , scroll_(new QScrollArea(this))
    , sheet_(new QWidget)
    , failClosed_(
          new CheckBox(tr("Halt new writes while storage is unknown (fail closed)"), sheet_))
    , notice_(new PageNotice(this))
    , choosePath_([this](bool forSaving, const QString& suggested) {
        const QString filter = tr("Thresholds (*.json)");
        return forSaving
            ? QFileDialog::getSaveFileName(this, tr("Export thresholds"), suggested, filter)
            : QFileDialog::getOpenFileName(this, tr("Import thresholds"), suggested, filter);
    })
{
    throttle_.setSingleShot(true);
    throttle_.setInterval(kRepaintEvery);
    connect(&throttle_, &QTimer::timeout, this, &ThresholdsPage::showEditor);
    buildTools();
    buildRows();
    bindKeys(commands());
    connect(&editor_, &ThresholdEditor::changed, this, [this] {
        if (isVisible() && !throttle_.isActive()) {
            throttle_.start();
        }
    });
    connect(&editor_, &ThresholdEditor::reloaded, this, [this] { undo_.clear(); });
    connect(&editor_, &ThresholdEditor::saved, this, [this](const QString& error) {
        say(error.isEmpty() ? tr("saved") : error, !error.isEmpty());
        showEditor();
    });
    connect(&undo_, &QUndoStack::indexChanged, this, &ThresholdsPage::showTools);
    setTheme(*theme_);
}

ThresholdsPage::~ThresholdsPage() = default;

void ThresholdsPage::buildTools()
{
    const auto add = [this](Tool which, const char* icon, const QString& text, auto act) {
        auto* button = new PushButton(QString::fromLatin1(icon), text, this);
        button->setAccessibleName(text);
        button->setToolTip(text);
        connect(button, &QAbstractButton::clicked, this, act);
        tools_[static_cast<std::size_t>(which)] = button;
    };
    add(Tool::Undo, "undo", tr("Undo"), [this] { undo_.undo(); });
    add(Tool::Redo, "arrow", tr("Redo"), [this] { undo_.redo(); });
    add(Tool::Import, "up", tr("Import…"), [this] { importFile(); });
    add(Tool::Export, "down", tr("Export…"), [this] { exportFile(); });
    add(Tool::Reset, "cert", tr("Reset to certified"), &ThresholdsPage::reset);
    add(Tool::Revert, "reset", tr("Revert"), &ThresholdsPage::revert);
    add(Tool::Follow, "unlink", tr("Follow the service"), [this] { editor_.followService(); });
    add(Tool::Send, "globe", tr("Send to service…"), [this] { askReason(true); });
    add(Tool::Save, "check", tr("Save"), [this] { askReason(false); });
    tool(Tool::Undo)->setToolTip(tipWithKey(tr("Undo"), commands(), u"undo"));
    tool(Tool::Redo)->setToolTip(tipWithKey(tr("Redo"), commands(), u"redo"));
    tool(Tool::Send)->setToolTip(tr("Ask the service itself to judge by these thresholds"));
    span_->button(0)->setAccessibleName(tr("Backtest on the last 24 hours"));
    span_->button(1)->setAccessibleName(tr("Backtest on the last 7 days"));
    connect(span_, &SegmentBar::chosen, this, [this](int index) {
        editor_.backtest().setRange(
            index == 0 ? ThresholdBacktest::Range::Day : ThresholdBacktest::Range::Week);
        span_->setCurrent(index);
    });
    span_->setCurrent(0);
}

void ThresholdsPage::buildRows()
{
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    sheet_->setAutoFillBackground(true);
    for (const auto metric : thresholdMetrics()) {
        auto* row = new ThresholdsRow(metric, sheet_);
        connect(row, &ThresholdsRow::typed, this,
            [this](Metric which, ThresholdField field, const QString& text) {
                apply(editor_.withText(which, field, text), deedOf(0, which, field),
                    QStringLiteral("typing"));
            });
        connect(row, &ThresholdsRow::sideTurned, this, [this](Metric which, ThresholdField field) {
            apply(editor_.withOtherSide(which, field), -1, QStringLiteral("from or above"));
        });
        connect(row, &ThresholdsRow::dragged, this,
            [this](Metric which, ThresholdField field, double at) {
                apply(editor_.draggedTo(which, field, at), deedOf(2 + drags_, which, field),
                    QStringLiteral("dragging"));
            });
        connect(row, &ThresholdsRow::released, this, [this] { ++drags_; });
        connect(row, &ThresholdsRow::stepped, this,
            [this](Metric which, ThresholdField field, int steps) {
                apply(editor_.stepped(which, field, steps), deedOf(1, which, field),
                    QStringLiteral("moving"));
            });
        connect(row, &ThresholdsRow::resetWanted, this, [this](Metric which) {
            apply(editor_.certifiedTexts(which), -1, QStringLiteral("reset to certified"));
        });
        rows_.push_back(row);
    }
    connect(failClosed_, &QAbstractButton::clicked, this, [this](bool isOn) {
        auto texts = editor_.texts();
        texts.failClosed = isOn;
        apply(texts, -1, QStringLiteral("fail closed"));
    });
    scroll_->setWidget(sheet_);
}

std::vector<PageCommand> ThresholdsPage::commands()
{
    using Page = ThresholdsPage;
    return {
        pageCommand<Page>(
            QStringLiteral("undo"), tr("Undo"), { Qt::CTRL | Qt::Key_Z },
            [](Page& page) { page.undo_.undo(); },
            [](const Page& page) {
                return page.undo_.canUndo() ? QString() : tr("there is nothing to undo");
            }),
        pageCommand<Page>(
            QStringLiteral("redo"), tr("Redo"),
            { Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y },
            [](Page& page) { page.undo_.redo(); },
            [](const Page& page) {
                return page.undo_.canRedo() ? QString() : tr("there is nothing to redo");
            }),
        pageCommand<Page>(
            QStringLiteral("save"), tr("Save thresholds…"), { Qt::CTRL | Qt::Key_S },
            [](Page& page) { page.askReason(false); },
            [](const Page& page) { return page.editor_.whyNotSave(); }),
        pageCommand<Page>(QStringLiteral("import"), tr("Import thresholds…"),
            { Qt::CTRL | Qt::Key_O }, &Page::importFile),
        pageCommand<Page>(QStringLiteral("export"), tr("Export thresholds…"),
            { Qt::CTRL | Qt::Key_E }, &Page::exportFile),
        pageCommand<Page>(QStringLiteral("reset"), tr("Reset thresholds to certified"), {},
            &Page::reset,
            [](const Page& page) {
                return page.editor_.texts() != page.editor_.certifiedTexts()
                    ? QString()
                    : tr("these are the certified ones");
            }),
        pageCommand<Page>(QStringLiteral("revert"), tr("Revert what was edited"), {}, &Page::revert,
            [](const Page& page) {
                return page.editor_.isDirty() ? QString() : tr("nothing was edited");
            }),
        pageCommand<Page>(
            QStringLiteral("send"), tr("Send thresholds to the service…"), {},
            [](Page& page) { page.askReason(true); },
            [](const Page& page) {
                return page.editor_.canSend() ? QString()
                    : page.editor_.isRemote() ? tr("nothing here can be sent now")
                                              : tr("this source is no remote service");
            }),
        pageCommand<Page>(
            QStringLiteral("follow"), tr("Follow the service's thresholds"), {},
            [](Page& page) { page.editor_.followService(); },
            [](const Page& page) {
                return !page.editor_.isRemote()         ? tr("this source is no remote service")
                    : page.editor_.isFollowingService() ? tr("they are followed already")
                                                        : QString();
            }),
        widgetKey(
            QStringLiteral("bound"), tr("On a band: choose a bound"), { Qt::Key_Up, Qt::Key_Down }),
        widgetKey(QStringLiteral("move"), tr("On a band: move it; with Shift further"),
            { Qt::Key_Left, Qt::Key_Right }),
    };
}

void ThresholdsPage::reset()
{
    apply(editor_.certifiedTexts(), -1, QStringLiteral("reset to certified"));
}

void ThresholdsPage::revert()
{
    undo_.clear();
    editor_.revert();
    showEditor();
}

ThresholdsRow* ThresholdsPage::row(Metric metric) const
{
    const auto& metrics = thresholdMetrics();
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        if (metrics[i] == metric) {
            return rows_[i];
        }
    }
    return nullptr;
}

void ThresholdsPage::apply(const ThresholdTexts& texts, int deed, const QString& name)
{
    if (texts == editor_.texts()) {
        return;
    }
    undo_.push(new ThresholdsUndo(
        editor_.texts(), texts, deed, name, [this](const ThresholdTexts& wanted) {
            editor_.setTexts(wanted);
            showEditor();
        }));
}

void ThresholdsPage::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (auto* button : tools_) {
        button->setTheme(theme);
    }
    span_->setTheme(theme);
    failClosed_->setTheme(theme);
    for (auto* row : rows_) {
        row->setTheme(theme);
    }
    QPalette colors = sheet_->palette();
    colors.setColor(QPalette::Window, theme.color(Token::Bg1));
    sheet_->setPalette(colors);
    // On the bar alone: a sheet on the area would take the fields' own colours away.
    scroll_->verticalScrollBar()->setStyleSheet(scrollBarSheet(theme));
    scroll_->viewport()->setPalette(colors);
    update();
}

void ThresholdsPage::showDisplay(const OverviewDisplay&)
{
    if (!throttle_.isActive()) {
        throttle_.start();
    }
}

void ThresholdsPage::showEditor()
{
    const auto& metrics = thresholdMetrics();
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        rows_[i]->setDisplay(editor_.row(metrics[i]));
    }
    failClosed_->setChecked(editor_.texts().failClosed);
    const int edited = editor_.form().editedCount();
    stateText_ = edited == 0 ? tr("as certified") : tr("%n values edited", nullptr, edited);
    const auto faults = static_cast<int>(editor_.form().faults().size());
    faultText_ = faults == 0 ? QString() : tr("%n errors to fix before saving", nullptr, faults);
    if (const QString notice = editor_.notice(); noticeText_ != notice) {
        noticeText_ = notice;
    }
    showTools();
    place();
    update();
}

void ThresholdsPage::showTools()
{
    const QString why = editor_.whyNotSave();
    tool(Tool::Undo)->setEnabled(undo_.canUndo());
    tool(Tool::Redo)->setEnabled(undo_.canRedo());
    tool(Tool::Save)->setEnabled(why.isEmpty());
    tool(Tool::Save)->setToolTip(why.isEmpty() ? tipWithKey(tr("Save"), commands(), u"save") : why);
    tool(Tool::Save)->setText(editor_.isRemote() ? tr("Save locally") : tr("Save"));
    tool(Tool::Revert)->setEnabled(editor_.isDirty());
    tool(Tool::Reset)->setEnabled(editor_.texts() != editor_.certifiedTexts());
    tool(Tool::Send)->setVisible(editor_.isRemote());
    tool(Tool::Send)->setEnabled(editor_.canSend());
    tool(Tool::Follow)->setVisible(editor_.isRemote());
    tool(Tool::Follow)->setEnabled(!editor_.isFollowingService());
}

void ThresholdsPage::resizeEvent(QResizeEvent*) { place(); }

void ThresholdsPage::showEvent(QShowEvent* event)
{
    editor_.setActive(true);
    View::showEvent(event);
    showEditor();
}

void ThresholdsPage::hideEvent(QHideEvent* event)
{
    editor_.setActive(false);
    View::hideEvent(event);
}

QString ThresholdsPage::message() const { return notice_->said(); }

void ThresholdsPage::say(const QString& text, bool isError)
{
    notice_->say(text, isError, *theme_);
}

void ThresholdsPage::askReason(bool forService)
{
    if (forService ? !editor_.canSend() : !editor_.canSave()) {
        return;
    }
    ThresholdsDialog::Words words;
    words.title = forService ? tr("Send thresholds to the service") : tr("Save thresholds");
    words.where = forService
        ? tr("The service itself will judge by them, for everybody: gate, alerts, API.")
        : editor_.isRemote()
        ? tr("Kept in this dashboard and used for its screens only. The service is "
             "asked nothing.")
        : tr("In force from the next moment on, and after every restart.");
    words.send = forService ? tr("Send") : tr("Save");
    auto* dialog = new ThresholdsDialog(words, editor_.differences(forService), *theme_, this);
    connect(dialog, &ThresholdsDialog::decided, this, [this, forService](const QString& reason) {
        forService ? editor_.sendToService(reason) : editor_.save(reason);
    });
    dialog->open();
}

void ThresholdsPage::importFile()
{
    const QString path = choosePath_(false, {});
    if (path.isEmpty()) {
        return;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        say(tr("cannot read %1: %2").arg(path, file.errorString()), true);
        return;
    }
    if (file.size() > kLongestFile) {
        say(tr("%1 is no file of thresholds: it is larger than 1 MiB").arg(path), true);
        return;
    }
    const auto texts = editor_.imported(file.readAll());
    if (!texts) {
        say(tr("%1 changes nothing:\n%2").arg(path, QString::fromStdString(texts.error().message)),
            true);
        return;
    }
    apply(*texts, -1, QStringLiteral("import"));
    say(tr("imported: look at it, then save"), false);
}

void ThresholdsPage::exportFile()
{
    if (!editor_.form().faults().isEmpty()) {
        say(tr("fix the errors before exporting"), true);
        return;
    }
    const QString path = choosePath_(true, QStringLiteral("headroom-thresholds.json"));
    if (path.isEmpty()) {
        return;
    }
    const QString error = saveFile(path, editor_.exported());
    say(error.isEmpty() ? tr("written: %1").arg(path) : error, !error.isEmpty());
}

}  // namespace headroom::ui
