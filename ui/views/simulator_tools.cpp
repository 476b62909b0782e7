// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/simulator_tools.h"

#include "ui/widgets/control.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace headroom::ui {

namespace {

constexpr int kHeight = 34;
/// Wider than any header: it is given what there is.
constexpr int kAllThereIs = 4000;

/// A button filled with the colour of simulations.
class SimButton final : public PushButton {
public:
    using PushButton::PushButton;

    void follow(const Theme& theme)
    {
        theme_ = &theme;
        setTheme(theme);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (!isEnabled()) {
            PushButton::paintEvent(event);
            return;
        }
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_->color(Token::Sim));
        painter.drawRoundedRect(rect(), 6, 6);
        const QFont font = Theme::font(13, 600);
        const double width = textWidth(font, text());
        const double left = (this->width() - width - 24) / 2;
        const QColor ink = theme_->color(Token::OnSim);
        drawIcon(painter, QStringLiteral("drill"), { left, height() / 2.0 - 8, 16, 16 }, ink, 2);
        drawText(
            painter, QRectF(left + 24, 0, width + 2, height()), Qt::AlignLeft, text(), font, ink);
        if (hasFocus()) {
            drawFocusRing(painter, rect().adjusted(1, 1, -1, -1), *theme_);
        }
    }

private:
    const Theme* theme_ = &Theme::dark();
};

}  // namespace

SimulatorTools::SimulatorTools(QWidget* parent)
    : QWidget(parent)
    , back_(new PushButton(QStringLiteral("undo"), tr("Back to live values"), this))
    , drill_(new SimButton(QStringLiteral("drill"), tr("Run as drill on the wall"), this))
{
    back_->setObjectName(QStringLiteral("backToLive"));
    drill_->setObjectName(QStringLiteral("runDrill"));
    back_->setAccessibleName(back_->text());
    drill_->setAccessibleName(drill_->text());
    drill_->setToolTip(tr(
        "The wall shows this, striped, for at most 15 min; a real ORANGE or RED ends it at once"));
    connect(back_, &QAbstractButton::clicked, this, &SimulatorTools::backRequested);
    connect(drill_, &QAbstractButton::clicked, this, &SimulatorTools::drillRequested);
}

QSize SimulatorTools::sizeHint() const { return { kAllThereIs, kHeight }; }

void SimulatorTools::setTheme(const Theme& theme)
{
    theme_ = &theme;
    back_->setTheme(theme);
    static_cast<SimButton*>(drill_)->follow(theme);
    update();
}

void SimulatorTools::setText(const QString& text)
{
    if (text_ != text) {
        text_ = text;
        setAccessibleDescription(text);
        update();
    }
}

void SimulatorTools::setDrill(bool isPossible, bool isRunning)
{
    drill_->setEnabled(isPossible);
    drill_->setText(isRunning ? tr("End drill") : tr("Run as drill on the wall"));
    drill_->setAccessibleName(drill_->text());
}

void SimulatorTools::resizeEvent(QResizeEvent*)
{
    const int drill = drill_->sizeHint().width() + 8;
    const int back = back_->sizeHint().width() + 4;
    drill_->setGeometry(width() - drill, 0, drill, kHeight);
    back_->setGeometry(width() - drill - 12 - back, 0, back, kHeight);
}

void SimulatorTools::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = Theme::font(19, 700);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.9);
    const QString word = QStringLiteral("SIMULATION");
    const double chip = textWidth(font, word) + 24;
    const QRectF box(0, 0, chip, height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_->color(Token::Sim));
    painter.drawRoundedRect(box, 4, 4);
    drawText(painter, box, Qt::AlignHCenter, word, font, theme_->color(Token::OnSim));
    const double left = chip + 14;
    const double room = back_->x() - 12 - left;
    if (room > 120) {
        drawMiddle(painter, { left, height() / 2.0 }, room, text_, Theme::font(13, 400),
            theme_->color(Token::T2));
    }
}

}  // namespace headroom::ui
