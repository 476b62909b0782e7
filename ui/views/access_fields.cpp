// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/access_fields.h"

#include "ui/models/sources_model.h"
#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/plain_label.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace headroom::ui {

AccessFields::AccessFields(SourcesModel& sources, SourceKind kind, const QString& tokenName,
    QString ifNone, QWidget* parent)
    : QWidget(parent)
    , sources_(sources)
    , kind_(kind)
    , ifNone_(std::move(ifNone))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    addToken(*column, tokenName);
    addKept(*column, tokenName);
    addTls(*column);
}

void AccessFields::addToken(QVBoxLayout& into, const QString& tokenName)
{
    into.addWidget(new PlainLabel(tr("Token"), 13, 600, Token::T2));
    token_ = new FieldBox({}, this);
    token_->setFont(Theme::font(14, 500));
    token_->setAccessibleName(tokenName);
    token_->setEchoMode(QLineEdit::Password);
    token_->setMinimumHeight(34);
    token_->setMaxLength(4096);
    connect(token_, &QLineEdit::textChanged, &sources_,
        [this](const QString& token) { sources_.setToken(kind_, token); });
    connect(token_, &QLineEdit::returnPressed, this, [this] { sources_.test(kind_); });
    auto* eye = new PushButton(QStringLiteral("eye"), {}, this);
    eye->setCheckable(true);
    eye->setAccessibleName(tr("Show: %1", "the token").arg(tokenName));
    eye->setToolTip(tr("Show the token"));
    eye->setFixedSize(36, 34);
    connect(eye, &QAbstractButton::toggled, this, [this](bool isShown) {
        token_->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(token_, 1);
    row->addWidget(eye);
    into.addLayout(row);
}

void AccessFields::addKept(QVBoxLayout& into, const QString& tokenName)
{
    tokenPlace_ = new PlainLabel({}, 13, 400, Token::T3);
    tokenPlace_->setAccessibleName(tr("Where the token is kept"));
    forget_ = new PushButton({}, tr("Forget token"), this);
    forget_->setAccessibleName(tr("Forget: %1", "the token").arg(tokenName));
    forget_->setFixedSize(forget_->sizeHint());
    connect(forget_, &QAbstractButton::clicked, this,
        [this] { sources_.desk().forgetToken(sources_.state(kind_).choice.place); });
    auto* row = new QHBoxLayout;
    row->addWidget(tokenPlace_, 1);
    row->addWidget(forget_);
    into.addLayout(row);
}

void AccessFields::addTls(QVBoxLayout& into)
{
    caFile_ = new PushButton({}, tr("Add CA file…"), this);
    connect(caFile_, &QAbstractButton::clicked, this, &AccessFields::chooseCaFile);
    // Beside the heading: in a narrow card the words need the whole width.
    auto* row = new QHBoxLayout;
    row->addWidget(new PlainLabel(tr("TLS"), 13, 600, Token::T2), 1);
    row->addWidget(caFile_);
    into.addLayout(row);
    tls_ = new PlainLabel({}, 13, 400, Token::T2);
    tls_->setAccessibleName(tr("How the certificate is verified"));
    into.addWidget(tls_);
}

void AccessFields::chooseCaFile()
{
    if (!sources_.state(kind_).choice.caFile.isEmpty()) {
        sources_.setCaFile(kind_, {});
        return;
    }
    auto* dialog = new QFileDialog(this, tr("Certificates of authorities"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("PEM (*.pem *.crt *.cer)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& file) { sources_.setCaFile(kind_, file); });
    dialog->open();
}

void AccessFields::showModel()
{
    const auto& state = sources_.state(kind_);
    const auto& choice = state.choice;
    const bool isKept = sources_.desk().hasToken(choice.place);
    const auto where = sources_.desk().tokenPlace(choice.place);
    token_->setPlaceholderText(isKept ? tr("kept; type to replace it") : ifNone_);
    tokenPlace_->setText(isKept ? tr("Kept %1.").arg(where) : tr("Will be kept %1.").arg(where));
    tokenPlace_->setVisible(!where.isEmpty());
    forget_->setVisible(isKept);
    if (state.isInUse && isKept && !token_->text().isEmpty()) {
        const QSignalBlocker isOurs(token_);
        token_->clear();  // it is kept now; what stands here would only be looked at
    }
    tls_->setText(choice.caFile.isEmpty()
            ? tr("Certificates are always verified: system authorities, TLS 1.2 or newer")
            : tr("Certificates are always verified: authorities of %1, TLS 1.2 or newer")
                  .arg(choice.caFile));
    caFile_->setText(choice.caFile.isEmpty() ? tr("Add CA file…") : tr("Remove CA file"));
    caFile_->setFixedSize(caFile_->sizeHint());
}

}  // namespace headroom::ui
