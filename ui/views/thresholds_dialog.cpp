// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/thresholds_dialog.h"

#include "ui/widgets/control.h"

#include <QPlainTextEdit>

namespace headroom::ui {

namespace {

constexpr int kMostLines = 12;

QString shortList(const QStringList& lines)
{
    if (lines.size() <= kMostLines) {
        return lines.join(QLatin1Char('\n'));
    }
    return QStringList(lines.mid(0, kMostLines - 1)).join(QLatin1Char('\n')) + QLatin1Char('\n')
        + ThresholdsDialog::tr("and %1 more").arg(lines.size() - kMostLines + 1);
}

}  // namespace

ThresholdsDialog::ThresholdsDialog(
    const Words& words, const QStringList& differences, const Theme& theme, QWidget* parent)
    : FormDialog(words.title, 560, words.send, {}, parent)
{
    addWords(words.where);
    addWords(shortList(differences));
    reason_ = addNote(tr("Reason"));
    finish(theme);
    connect(reason_, &QPlainTextEdit::textChanged, this, &ThresholdsDialog::check);
    check();
    reason_->setFocus();
}

void ThresholdsDialog::check()
{
    const auto text = reason_->toPlainText().trimmed();
    const auto over = text.toUtf8().size() - kMostBytes;
    sendButton().setEnabled(!text.isEmpty() && over <= 0);
    setHint(over > 0         ? tr("%1 bytes too long").arg(over)
            : text.isEmpty() ? tr("A reason is needed: it is kept with the change")
                             : tr("It is kept with the change, under your name"));
}

void ThresholdsDialog::send()
{
    Q_EMIT decided(reason_->toPlainText().trimmed());
    accept();
}

}  // namespace headroom::ui
