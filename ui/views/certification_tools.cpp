// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/certification_tools.h"

#include "ui/views/certification_page.h"

namespace headroom::ui {

namespace {

constexpr int kGap = 10;
constexpr int kHeight = 34;
constexpr int kWordsFrom = 1280;

}  // namespace

CertificationTools::CertificationTools(QWidget* parent)
    : QWidget(parent)
    , table_(new PushButton(QStringLiteral("down"), tr("CSV"), this))
    , calendar_(new PushButton(QStringLiteral("cal"), tr("Add review to calendar (.ics)"), this))
    , pdf_(new PushButton(QStringLiteral("down"), tr("Export PDF"), this))
    , review_(new PushButton(QStringLiteral("edit"), tr("Record review…"), this))
{
    review_->setPrimary(true);
    table_->setAccessibleName(tr("Export the limits as CSV"));
    calendar_->setAccessibleName(tr("Add review to calendar"));
    pdf_->setAccessibleName(tr("Export PDF"));
    review_->setAccessibleName(tr("Record review"));
    const auto commands = CertificationPage::commands();
    table_->setToolTip(tipWithKey(tr("Write the limits to a CSV file"), commands, u"csv"));
    calendar_->setToolTip(
        tipWithKey(tr("Add the next review to a calendar"), commands, u"calendar"));
    pdf_->setToolTip(tipWithKey(tr("Export the certificate as PDF"), commands, u"pdf"));
    connect(table_, &QAbstractButton::clicked, this, &CertificationTools::tableWanted);
    connect(calendar_, &QAbstractButton::clicked, this, &CertificationTools::calendarWanted);
    connect(pdf_, &QAbstractButton::clicked, this, &CertificationTools::pdfWanted);
    connect(review_, &QAbstractButton::clicked, this, &CertificationTools::reviewWanted);
    setReadOnly({});
}

void CertificationTools::setTheme(const Theme& theme)
{
    for (auto* button : buttons()) {
        button->setTheme(theme);
    }
}

void CertificationTools::setReadOnly(const QString& why)
{
    review_->setEnabled(why.isEmpty());
    review_->setToolTip(why.isEmpty()
            ? tipWithKey(tr("Sign a review"), CertificationPage::commands(), u"review")
            : why);
}

void CertificationTools::setWindowWidth(int width)
{
    const bool hasWords = width >= kWordsFrom;
    calendar_->setText(hasWords ? tr("Add review to calendar (.ics)") : QString());
    pdf_->setText(hasWords ? tr("Export PDF") : tr("PDF"));
    updateGeometry();
    resizeEvent(nullptr);
}

QSize CertificationTools::sizeHint() const
{
    int width = -kGap;
    for (auto* button : buttons()) {
        width += button->sizeHint().width() + kGap;
    }
    return { width, kHeight };
}

void CertificationTools::resizeEvent(QResizeEvent*)
{
    int x = 0;
    for (auto* button : buttons()) {
        const int width = button->sizeHint().width();
        button->setGeometry(x, 0, width, kHeight);
        x += width + kGap;
    }
}

}  // namespace headroom::ui
