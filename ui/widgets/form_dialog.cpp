// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_dialog.h"

#include "ui/widgets/control.h"
#include "ui/widgets/plain_label.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace headroom::ui {

namespace {

constexpr int kNoteHeight = 84;

}  // namespace

FormDialog::FormDialog(const QString& heading, int leastWidth, const QString& send,
    const QString& sendIcon, QWidget* parent)
    : QDialog(parent)
    , column_(new QVBoxLayout(this))
    , hint_(new PlainLabel({}, 13, 400, Token::T2, this))
    , send_(new PushButton(sendIcon, send, this))
    , cancel_(new PushButton({}, tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(heading);
    setMinimumWidth(leastWidth);
    column_->setContentsMargins(20, 18, 20, 18);
    column_->setSpacing(10);
    column_->addWidget(new PlainLabel(heading, 16, 600, Token::T1, this));
    hint_->setObjectName(QStringLiteral("hint"));
    connect(cancel_, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(send_, &QAbstractButton::clicked, this, &FormDialog::trySend);
}

void FormDialog::addWords(const QString& text)
{
    column_->addWidget(new PlainLabel(text, 13, 400, Token::T1, this));
}

void FormDialog::addField(const QString& name, QWidget* field)
{
    column_->addWidget(new PlainLabel(name, 13, 600, Token::T1, this));
    field->setAccessibleName(name);
    column_->addWidget(field);
}

QPlainTextEdit* FormDialog::addNote(const QString& name)
{
    auto* note = new QPlainTextEdit(this);
    note->setTabChangesFocus(true);
    note->setFont(Theme::font(14, 400));
    note->setFixedHeight(kNoteHeight);
    addField(name, note);
    return note;
}

void FormDialog::finish(const Theme& theme)
{
    column_->addWidget(hint_);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel_);
    row->addWidget(send_);
    column_->addLayout(row);
    // Tab goes as the eye does: the buttons were made first and come last.
    QWidget* last = nullptr;
    for (auto* child : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (child != send_ && child != cancel_ && child->focusPolicy() != Qt::NoFocus) {
            last = child;
        }
    }
    if (last != nullptr) {
        setTabOrder(last, cancel_);
    }
    setTabOrder(cancel_, send_);

    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Bg1));
    colors.setColor(QPalette::WindowText, theme.color(Token::T1));
    colors.setColor(QPalette::Base, theme.color(Token::Bg0));
    colors.setColor(QPalette::Text, theme.color(Token::T1));
    colors.setColor(QPalette::Highlight, theme.color(Token::AccFill));
    colors.setColor(QPalette::HighlightedText, theme.color(Token::OnAcc));
    setPalette(colors);
    for (auto* note : findChildren<QPlainTextEdit*>()) {
        note->setStyleSheet(
            QStringLiteral("QPlainTextEdit{background:%1;color:%2;border:1px solid %3;"
                           "border-radius:6px;padding:4px}"
                           "QPlainTextEdit:focus{border:2px solid %4}")
                .arg(theme.color(Token::Bg0).name(), theme.color(Token::T1).name(),
                    theme.color(Token::Ctl).name(), theme.color(Token::Acc).name()));
    }
    for (auto* label : findChildren<PlainLabel*>()) {
        label->setTheme(theme);
    }
    send_->setTheme(theme);
    cancel_->setTheme(theme);
}

void FormDialog::setHint(const QString& text, bool isFault)
{
    hint_->setFault(isFault);
    hint_->setText(text);
}

void FormDialog::trySend()
{
    if (send_->isEnabled()) {
        send();
    }
}

void FormDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter) {
        QDialog::keyPressEvent(event);
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        trySend();
    } else if (auto* button = qobject_cast<QAbstractButton*>(focusWidget())) {
        button->click();
    }
}

}  // namespace headroom::ui
