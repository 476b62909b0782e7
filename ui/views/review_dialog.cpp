// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/review_dialog.h"

#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/segment_bar.h"

#include <QPlainTextEdit>

namespace headroom::ui {

ReviewDialog::ReviewDialog(const QString& reviewer, const QString& nextReview,
    const QString& thereafter, const Theme& theme, QWidget* parent)
    : FormDialog(tr("Record review"), 480, tr("Record review"), QStringLiteral("edit"), parent)
    , reviewer_(new FieldBox({}, this))
    , meaning_(new FieldBox({}, this))
    , decision_(new SegmentBar({ tr("Approve"), tr("Do not approve") }, SegmentBar::Style::Boxed))
{
    const QString moves = nextReview.isEmpty() || thereafter.isEmpty()
        ? tr("Approved or not, it moves the next review on by one cycle.")
        : tr("Approved or not, it moves the next review from %1 to %2.")
              .arg(nextReview, thereafter);
    addWords(moves + tr(" Earlier reviews are never changed."));
    addField(tr("Name, as the signature"), reviewer_);
    addField(tr("What the signature means"), meaning_);
    note_ = addNote(tr("Note, if there is one"));
    addField(tr("Decision"), decision_);
    decision_->setFixedSize(decision_->sizeHint());
    reviewer_->setText(reviewer);
    meaning_->setText(tr("reviewed as owner"));
    sendButton().setPrimary(true);
    finish(theme);
    reviewer_->setTheme(theme);
    meaning_->setTheme(theme);
    decision_->setTheme(theme);
    connect(reviewer_, &QLineEdit::textChanged, this, &ReviewDialog::check);
    connect(meaning_, &QLineEdit::textChanged, this, &ReviewDialog::check);
    connect(note_, &QPlainTextEdit::textChanged, this, &ReviewDialog::check);
    connect(decision_, &SegmentBar::chosen, this, [this](int index) {
        decision_->setCurrent(index);
        check();
    });
    check();
    reviewer_->setFocus();
    reviewer_->selectAll();
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
    sendButton().setEnabled(missing.isEmpty());
    setHint(missing.isEmpty() ? tr("It stands in the audit trail, for good") : missing);
}

void ReviewDialog::send()
{
    Q_EMIT decided(
        { reviewer_->text().trimmed().toStdString(), meaning_->text().trimmed().toStdString(),
            note_->toPlainText().trimmed().toStdString(), decision_->current() == 0 });
    accept();
}

}  // namespace headroom::ui
