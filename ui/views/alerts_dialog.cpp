// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/alerts_dialog.h"

#include "ui/text/format.h"
#include "ui/widgets/control.h"
#include "ui/widgets/drop_down.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace headroom::ui {

namespace {

QString titleOf(AlertsDialog::Kind kind, const QString& subject)
{
    switch (kind) {
    case AlertsDialog::Kind::Acknowledge:
        return QStringLiteral("Acknowledge ") + subject;
    case AlertsDialog::Kind::Note:
        return QStringLiteral("Add a note to ") + subject;
    case AlertsDialog::Kind::Shelve:
        break;
    }
    return QStringLiteral("Shelve ") + subject;
}

QString sendText(AlertsDialog::Kind kind)
{
    return kind == AlertsDialog::Kind::Acknowledge ? QStringLiteral("Acknowledge")
        : kind == AlertsDialog::Kind::Note         ? QStringLiteral("Add note")
                                                   : QStringLiteral("Shelve");
}

QLabel* plainLabel(const QString& text, double size, int weight, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Theme::font(size, weight));
    label->setWordWrap(true);
    return label;
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
    : QDialog(parent)
    , kind_(kind)
    , text_(new QPlainTextEdit(this))
    , hint_(plainLabel({}, 13, 400, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(titleOf(kind, subject));
    setMinimumWidth(440);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(10);
    column->addWidget(plainLabel(titleOf(kind, subject), 16, 600, this));
    if (kind == Kind::Shelve) {
        column->addWidget(plainLabel(
            QStringLiteral("It stays off the list, and nobody is told, for"), 13, 400, this));
        buildTimes(shelfMaximum);
        column->addWidget(time_, 0, Qt::AlignLeft);
    }
    const QString asks = kind == Kind::Shelve ? QStringLiteral("Reason")
        : kind == Kind::Note                  ? QStringLiteral("Note")
                                              : QStringLiteral("Note, if there is one");
    column->addWidget(plainLabel(asks, 13, 600, this));
    text_->setAccessibleName(asks);
    text_->setTabChangesFocus(true);
    text_->setFont(Theme::font(14, 400));
    text_->setFixedHeight(84);
    column->addWidget(text_);
    column->addWidget(hint_);
    buildButtons();
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel_);
    row->addWidget(send_);
    column->addLayout(row);
    connect(text_, &QPlainTextEdit::textChanged, this, &AlertsDialog::check);
    applyTheme(theme);
    check();
    text_->setFocus();
}

void AlertsDialog::buildTimes(std::chrono::seconds shelfMaximum)
{
    time_ = new DropDown(this);
    time_->setAccessibleName(QStringLiteral("How long"));
    for (const auto time : shelfTimes(shelfMaximum)) {
        const bool isMost = time == shelfMaximum;
        time_->addItem(format::duration(time)
                + (isMost ? QStringLiteral(", the most at its level") : QString()),
            static_cast<qlonglong>(time.count()));
    }
    time_->setCurrentIndex(0);
}

void AlertsDialog::buildButtons()
{
    cancel_ = new PushButton({}, QStringLiteral("Cancel"), this);
    send_ = new PushButton({}, sendText(kind_), this);
    connect(cancel_, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(send_, &QAbstractButton::clicked, this, &AlertsDialog::send);
}

void AlertsDialog::applyTheme(const Theme& theme)
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Bg1));
    colors.setColor(QPalette::WindowText, theme.color(Token::T1));
    colors.setColor(QPalette::Base, theme.color(Token::Bg0));
    colors.setColor(QPalette::Text, theme.color(Token::T1));
    colors.setColor(QPalette::Highlight, theme.color(Token::AccFill));
    colors.setColor(QPalette::HighlightedText, theme.color(Token::OnAcc));
    setPalette(colors);
    QPalette quiet = colors;
    quiet.setColor(QPalette::WindowText, theme.color(Token::T2));
    hint_->setPalette(quiet);
    text_->setStyleSheet(
        QStringLiteral("QPlainTextEdit{background:%1;color:%2;border:1px solid %3;"
                       "border-radius:6px;padding:4px}QPlainTextEdit:focus{border:2px solid %4}")
            .arg(theme.color(Token::Bg0).name(), theme.color(Token::T1).name(),
                theme.color(Token::Ctl).name(), theme.color(Token::Acc).name()));
    send_->setTheme(theme);
    cancel_->setTheme(theme);
    if (time_ != nullptr) {
        time_->setTheme(theme);
    }
}

void AlertsDialog::check()
{
    const auto size = text_->toPlainText().toUtf8().size();
    const bool isMissing = kind_ != Kind::Acknowledge && text_->toPlainText().trimmed().isEmpty();
    send_->setEnabled(!isMissing && size <= kMostBytes);
    hint_->setText(size > kMostBytes ? QStringLiteral("%1 bytes too long").arg(size - kMostBytes)
            : isMissing && kind_ == Kind::Shelve
            ? QStringLiteral("A reason is needed: it stands in the audit trail")
            : QStringLiteral("It stands in the audit trail, under your name"));
}

void AlertsDialog::send()
{
    if (!send_->isEnabled()) {
        return;
    }
    const auto seconds = time_ != nullptr ? time_->currentData().toLongLong() : 0;
    Q_EMIT decided(text_->toPlainText().trimmed(), std::chrono::seconds(seconds));
    accept();
}

void AlertsDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter) {
        auto* button = qobject_cast<QAbstractButton*>(focusWidget());
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            send();
        } else if (button != nullptr) {
            button->click();
        }
        return;
    }
    QDialog::keyPressEvent(event);
}

}  // namespace headroom::ui
