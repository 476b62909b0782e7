// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/simulator_model.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QVector>
#include <QWidget>

namespace headroom::ui {

class FieldBox;
class PushButton;
class SegmentBar;

/// A scenario to be played: icon, name, what it does; marked while it runs. Main thread.
class ScenarioCard : public QAbstractButton {
    Q_OBJECT
public:
    ScenarioCard(const QString& icon, const QString& title, QWidget* parent);

    void setTheme(const Theme& theme);
    void setDetail(const QString& detail);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
    QString icon_;
    QString detail_;
};

/// The scenarios, and how fast they fill. Main thread.
class SimulatorScenarios : public QWidget {
    Q_OBJECT
public:
    /// `model` outlives it.
    explicit SimulatorScenarios(SimulatorModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    [[nodiscard]] static int wantedHeight();

Q_SIGNALS:
    /// A person wants to write a script of his own.
    void scriptRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void takeRate();

    SimulatorModel& model_;
    const Theme* theme_ = &Theme::dark();
    QVector<ScenarioCard*> cards_;
    FieldBox* rate_;
};

/// Play and pause, how fast, and where. Main thread.
class SimulatorTransport : public QWidget {
    Q_OBJECT
public:
    /// `model` outlives it.
    explicit SimulatorTransport(SimulatorModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    [[nodiscard]] static int wantedHeight() { return 56; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    SimulatorModel& model_;
    const Theme* theme_ = &Theme::dark();
    PushButton* play_;
    PushButton* pause_;
    SegmentBar* speed_;
};

}  // namespace headroom::ui
