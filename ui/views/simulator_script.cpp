// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/simulator_script.h"

#include "ui/widgets/control.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace headroom::ui {

namespace {

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
    : FormDialog(tr("Custom script"), 560, tr("Play"), QStringLiteral("play"), parent)
    , model_(model)
    , text_(new QPlainTextEdit(this))
{
    setMinimumHeight(420);
    text_->setPlainText(model.script().isEmpty() ? example() : model.script());
    text_->setAccessibleName(tr("Script, one ramp a line"));
    text_->setTabChangesFocus(true);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    addWords(tr("One ramp a line. WHAT is storage (GB, %), writers, throughput (/s) or "
                "latency (ms, s); without \"in\" it jumps."));
    column().addWidget(text_, 1);
    finish(theme);
    text_->setFocus();
}

void SimulatorScript::send()
{
    const auto faults = model_.playScript(text_->toPlainText());
    setHint(faults, true);
    if (faults.isEmpty()) {
        accept();
    }
}

}  // namespace headroom::ui
