// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/thresholds_dialog.h"

#include "ui/widgets/control.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace headroom::ui {

namespace {

constexpr int kMostLines = 12;

QLabel* plainLabel(const QString& text, double size, int weight, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Theme::font(size, weight));
    label->setWordWrap(true);
    return label;
}

QString shortList(const QStringList& lines)
{
    if (lines.size() <= kMostLines) {
        return lines.join(QLatin1Char('\n'));
    }
    return QStringList(lines.mid(0, kMostLines - 1)).join(QLatin1Char('\n'))
        + QStringLiteral("\nand %1 more").arg(lines.size() - kMostLines + 1);
}

}  // namespace

ThresholdsDialog::ThresholdsDialog(
    const Words& words, const QStringList& differences, const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , reason_(new QPlainTextEdit(this))
    , hint_(plainLabel({}, 13, 400, this))
    , send_(new PushButton({}, words.send, this))
    , cancel_(new PushButton({}, QStringLiteral("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(words.title);
    setMinimumWidth(560);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(10);
    column->addWidget(plainLabel(words.title, 16, 600, this));
    column->addWidget(plainLabel(words.where, 13, 400, this));
    column->addWidget(plainLabel(shortList(differences), 13, 400, this));
    column->addWidget(plainLabel(QStringLiteral("Reason"), 13, 600, this));
    reason_->setAccessibleName(QStringLiteral("Reason"));
    reason_->setTabChangesFocus(true);
    reason_->setFont(Theme::font(14, 400));
    reason_->setFixedHeight(84);
    column->addWidget(reason_);
    column->addWidget(hint_);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel_);
    row->addWidget(send_);
    column->addLayout(row);
    connect(cancel_, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(send_, &QAbstractButton::clicked, this, &ThresholdsDialog::send);
    connect(reason_, &QPlainTextEdit::textChanged, this, &ThresholdsDialog::check);
    applyTheme(theme);
    check();
    reason_->setFocus();
}

void ThresholdsDialog::applyTheme(const Theme& theme)
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Bg1));
    colors.setColor(QPalette::WindowText, theme.color(Token::T1));
    setPalette(colors);
    QPalette quiet = colors;
    quiet.setColor(QPalette::WindowText, theme.color(Token::T2));
    hint_->setPalette(quiet);
    reason_->setStyleSheet(
        QStringLiteral("QPlainTextEdit{background:%1;color:%2;border:1px solid %3;"
                       "border-radius:6px;padding:4px}QPlainTextEdit:focus{border:2px solid %4}")
            .arg(theme.color(Token::Bg0).name(), theme.color(Token::T1).name(),
                theme.color(Token::Ctl).name(), theme.color(Token::Acc).name()));
    send_->setTheme(theme);
    cancel_->setTheme(theme);
}

void ThresholdsDialog::check()
{
    const auto text = reason_->toPlainText().trimmed();
    const auto over = text.toUtf8().size() - kMostBytes;
    send_->setEnabled(!text.isEmpty() && over <= 0);
    hint_->setText(over > 0  ? QStringLiteral("%1 bytes too long").arg(over)
            : text.isEmpty() ? QStringLiteral("A reason is needed: it is kept with the change")
                             : QStringLiteral("It is kept with the change, under your name"));
}

void ThresholdsDialog::send()
{
    if (send_->isEnabled()) {
        Q_EMIT decided(reason_->toPlainText().trimmed());
        accept();
    }
}

void ThresholdsDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter) {
        QDialog::keyPressEvent(event);
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        send();
    } else if (auto* button = qobject_cast<QAbstractButton*>(focusWidget())) {
        button->click();
    }
}

}  // namespace headroom::ui
