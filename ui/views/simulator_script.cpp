// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/simulator_script.h"

#include "ui/widgets/control.h"

#include <QFontDatabase>
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

QString example()
{
    return QStringLiteral("# at TIME WHAT VALUE [in DURATION]\n"
                          "at 10m writers 130 in 60s\n"
                          "at 16m writers 34 in 1m\n"
                          "at 1h latency 650 ms\n"
                          "at 1h30m latency 42 ms in 10m\n"
                          "at 2h storage 99 % in 8h\n");
}

}  // namespace

SimulatorScript::SimulatorScript(SimulatorModel& model, const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , model_(model)
    , text_(new QPlainTextEdit(this))
    , faults_(plainLabel({}, 13, 500, this))
    , play_(new PushButton(QStringLiteral("play"), QStringLiteral("Play"), this))
    , cancel_(new PushButton({}, QStringLiteral("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(QStringLiteral("Custom script"));
    setMinimumSize(560, 420);
    text_->setPlainText(model.script().isEmpty() ? example() : model.script());
    text_->setAccessibleName(QStringLiteral("Script, one ramp a line"));
    text_->setTabChangesFocus(true);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    faults_->setObjectName(QStringLiteral("faults"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(10);
    column->addWidget(plainLabel(QStringLiteral("Custom script"), 16, 600, this));
    column->addWidget(plainLabel(
        QStringLiteral("One ramp a line. WHAT is storage (GB, %), writers, throughput (/s) or "
                       "latency (ms, s); without \"in\" it jumps."),
        13, 400, this));
    column->addWidget(text_, 1);
    column->addWidget(faults_);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel_);
    buttons->addWidget(play_);
    column->addLayout(buttons);
    connect(cancel_, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(play_, &QAbstractButton::clicked, this, &SimulatorScript::play);
    applyTheme(theme);
    text_->setFocus();
}

void SimulatorScript::applyTheme(const Theme& theme)
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Bg1));
    colors.setColor(QPalette::WindowText, theme.color(Token::T1));
    colors.setColor(QPalette::Base, theme.color(Token::Bg0));
    colors.setColor(QPalette::Text, theme.color(Token::T1));
    colors.setColor(QPalette::Highlight, theme.color(Token::AccFill));
    colors.setColor(QPalette::HighlightedText, theme.color(Token::OnAcc));
    setPalette(colors);
    QPalette wrong = colors;
    wrong.setColor(QPalette::WindowText, theme.level(Level::Red).fg);
    faults_->setPalette(wrong);
    play_->setTheme(theme);
    cancel_->setTheme(theme);
}

void SimulatorScript::play()
{
    const auto faults = model_.playScript(text_->toPlainText());
    faults_->setText(faults);
    if (faults.isEmpty()) {
        accept();
    }
}

void SimulatorScript::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (event->modifiers() & Qt::ControlModifier) != 0) {
        play();
        return;
    }
    QDialog::keyPressEvent(event);
}

}  // namespace headroom::ui
