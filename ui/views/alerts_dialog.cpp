// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/alerts_dialog.h"

#include "ui/text/format.h"
#include "ui/widgets/control.h"
#include "ui/widgets/drop_down.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace headroom::ui {

namespace {

QString titleOf(AlertsDialog::Kind kind, const QString& subject)
{
    switch (kind) {
    case AlertsDialog::Kind::Acknowledge:
        return AlertsDialog::tr("Acknowledge %1").arg(subject);
    case AlertsDialog::Kind::Note:
        return AlertsDialog::tr("Add a note to %1").arg(subject);
    case AlertsDialog::Kind::Shelve:
        break;
    }
    return AlertsDialog::tr("Shelve %1").arg(subject);
}

QString sendText(AlertsDialog::Kind kind)
{
    return kind == AlertsDialog::Kind::Acknowledge ? AlertsDialog::tr("Acknowledge")
        : kind == AlertsDialog::Kind::Note         ? AlertsDialog::tr("Add note")
                                                   : AlertsDialog::tr("Shelve");
}

}  // namespace

std::vector<std::chrono::seconds> shelfTimes(std::chrono::seconds maximum)
{
    using namespace std::chrono_literals;
    std::vector<std::chrono::seconds> times;
    for (const std::chrono::seconds time : { std::chrono::seconds(5min),
             std::chrono::seconds(15min), std::chrono::seconds(30min), std::chrono::seconds(1h),
             std::chrono::seconds(2h), std::chrono::seconds(4h), std::chrono::seconds(8h) }) {
        if (time < maximum) {
            times.push_back(time);
        }
    }
    times.push_back(maximum);
    return times;
}

AlertsDialog::AlertsDialog(Kind kind, const QString& subject, std::chrono::seconds shelfMaximum,
    const Theme& theme, QWidget* parent)
    : FormDialog(titleOf(kind, subject), 440, sendText(kind), {}, parent)
    , kind_(kind)
{
    if (kind == Kind::Shelve) {
        addWords(tr("It stays off the list, and nobody is told, for"));
        buildTimes(shelfMaximum);
        time_->setTheme(theme);
        column().addWidget(time_, 0, Qt::AlignLeft);
    }
    text_ = addNote(kind == Kind::Shelve ? tr("Reason")
            : kind == Kind::Note         ? tr("Note")
                                         : tr("Note, if there is one"));
    finish(theme);
    connect(text_, &QPlainTextEdit::textChanged, this, &AlertsDialog::check);
    check();
    text_->setFocus();
}

void AlertsDialog::buildTimes(std::chrono::seconds shelfMaximum)
{
    time_ = new DropDown(this);
    time_->setAccessibleName(tr("How long"));
    for (const auto time : shelfTimes(shelfMaximum)) {
        const bool isMost = time == shelfMaximum;
        time_->addItem(isMost ? tr("%1, the most at its level").arg(format::duration(time))
                              : format::duration(time),
            static_cast<qlonglong>(time.count()));
    }
    time_->setCurrentIndex(0);
}

void AlertsDialog::check()
{
    const auto size = text_->toPlainText().toUtf8().size();
    const bool isMissing = kind_ != Kind::Acknowledge && text_->toPlainText().trimmed().isEmpty();
    sendButton().setEnabled(!isMissing && size <= kMostBytes);
    setHint(size > kMostBytes ? tr("%1 bytes too long").arg(size - kMostBytes)
            : isMissing && kind_ == Kind::Shelve
            ? tr("A reason is needed: it stands in the audit trail")
            : tr("It stands in the audit trail, under your name"));
}

void AlertsDialog::send()
{
    const auto seconds = time_ != nullptr ? time_->currentData().toLongLong() : 0;
    Q_EMIT decided(text_->toPlainText().trimmed(), std::chrono::seconds(seconds));
    accept();
}

}  // namespace headroom::ui
