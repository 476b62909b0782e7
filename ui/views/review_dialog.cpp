// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/review_dialog.h"

#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/segment_bar.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace headroom::ui {

namespace {

QLabel* plainLabel(const QString& text, double size, int weight, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Theme::font(size, weight));
    label->setWordWrap(true);
    return label;
}

}  // namespace

ReviewDialog::ReviewDialog(const QString& reviewer, const QString& nextReview,
    const QString& thereafter, const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , reviewer_(new FieldBox({}, this))
    , meaning_(new FieldBox({}, this))
    , note_(new QPlainTextEdit(this))
    , decision_(
          new SegmentBar({ tr("Approve"), tr("Do not approve") }, SegmentBar::Style::Boxed, this))
    , hint_(plainLabel({}, 13, 400, this))
    , cancel_(new PushButton({}, tr("Cancel"), this))
    , send_(new PushButton(QStringLiteral("edit"), tr("Record review"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Record review"));
    setMinimumWidth(480);
    build(nextReview, thereafter);
    reviewer_->setText(reviewer);
    meaning_->setText(tr("reviewed as owner"));
    send_->setPrimary(true);
    connect(reviewer_, &QLineEdit::textChanged, this, &ReviewDialog::check);
    connect(meaning_, &QLineEdit::textChanged, this, &ReviewDialog::check);
    connect(note_, &QPlainTextEdit::textChanged, this, &ReviewDialog::check);
    connect(decision_, &SegmentBar::chosen, this, [this](int index) {
        decision_->setCurrent(index);
        check();
    });
    connect(cancel_, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(send_, &QAbstractButton::clicked, this, &ReviewDialog::send);
    applyTheme(theme);
    check();
    reviewer_->setFocus();
    reviewer_->selectAll();
}

void ReviewDialog::build(const QString& nextReview, const QString& thereafter)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(8);
    column->addWidget(plainLabel(tr("Record review"), 16, 600, this));
    const QString moves = nextReview.isEmpty() || thereafter.isEmpty()
        ? tr("Approved or not, it moves the next review on by one cycle.")
        : tr("Approved or not, it moves the next review from %1 to %2.")
              .arg(nextReview, thereafter);
    column->addWidget(plainLabel(moves + tr(" Earlier reviews are never changed."), 13, 400, this));
    const auto add = [&](const QString& name, QWidget* field) {
        column->addWidget(plainLabel(name, 13, 600, this));
        field->setAccessibleName(name);
        column->addWidget(field);
    };
    add(tr("Name, as the signature"), reviewer_);
    add(tr("What the signature means"), meaning_);
    add(tr("Note, if there is one"), note_);
    add(tr("Decision"), decision_);
    note_->setTabChangesFocus(true);
    note_->setFont(Theme::font(14, 400));
    note_->setFixedHeight(84);
    decision_->setFixedSize(decision_->sizeHint());
    column->addWidget(hint_);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel_);
    row->addWidget(send_);
    column->addLayout(row);
}

void ReviewDialog::applyTheme(const Theme& theme)
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
    note_->setStyleSheet(
        QStringLiteral("QPlainTextEdit{background:%1;color:%2;border:1px solid %3;"
                       "border-radius:6px;padding:4px}QPlainTextEdit:focus{border:2px solid %4}")
            .arg(theme.color(Token::Bg0).name(), theme.color(Token::T1).name(),
                theme.color(Token::Ctl).name(), theme.color(Token::Acc).name()));
    reviewer_->setTheme(theme);
    meaning_->setTheme(theme);
    decision_->setTheme(theme);
    cancel_->setTheme(theme);
    send_->setTheme(theme);
}

void ReviewDialog::check()
{
    const auto sizeOf = [](const QString& text) { return text.trimmed().toUtf8().size(); };
    QString missing;
    if (sizeOf(reviewer_->text()) == 0) {
        missing = tr("A name is needed: it is the signature");
    } else if (sizeOf(meaning_->text()) == 0) {
        missing = tr("What the signature means is needed");
    } else if (sizeOf(reviewer_->text()) > kMostNameBytes
        || sizeOf(meaning_->text()) > kMostNameBytes) {
        missing = tr("At most %1 bytes each").arg(kMostNameBytes);
    } else if (sizeOf(note_->toPlainText()) > kMostNoteBytes) {
        missing = tr("The note is %1 bytes too long")
                      .arg(sizeOf(note_->toPlainText()) - kMostNoteBytes);
    } else if (decision_->current() < 0) {
        missing = tr("Approve, or do not: nobody decides it for you");
    }
    send_->setEnabled(missing.isEmpty());
    hint_->setText(missing.isEmpty() ? tr("It stands in the audit trail, for good") : missing);
}

void ReviewDialog::send()
{
    if (!send_->isEnabled()) {
        return;
    }
    Q_EMIT decided(
        { reviewer_->text().trimmed().toStdString(), meaning_->text().trimmed().toStdString(),
            note_->toPlainText().trimmed().toStdString(), decision_->current() == 0 });
    accept();
}

void ReviewDialog::keyPressEvent(QKeyEvent* event)
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
