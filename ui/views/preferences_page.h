// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/preferences.h"
#include "ui/views/view.h"

#include <QMap>

#include <functional>

class QScrollArea;

namespace headroom::ui {

class CheckBox;
class DropDown;
class FieldBox;
class PlainLabel;
class PreferencesCard;
class PushButton;
class SegmentBar;

/// How people like it here: colours, units, clock, the sound for RED, the wall. Every choice holds
/// at once and is kept. Main thread.
class PreferencesPage final : public View {
    Q_OBJECT
public:
    explicit PreferencesPage(OverviewModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;

protected:
    void showDisplay(const OverviewDisplay& display) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLooks();
    void buildQuantities();
    void buildSound();
    void buildWall();
    PreferencesCard* addCard(const QString& icon, const QString& title);
    SegmentBar* segments(
        const QString& id, const QStringList& texts, std::function<void(Preferences&, int)> choose);
    void change(const std::function<void(Preferences&)>& how);
    void takeTurn();
    void fillScreens();
    void showPreferences();
    void showSound();
    void place();

    const Theme* theme_ = &Theme::dark();
    QScrollArea* scroll_;
    QWidget* content_;
    PlainLabel* notice_;
    QVector<PreferencesCard*> cards_;
    SegmentBar* themes_ = nullptr;
    DropDown* language_ = nullptr;
    SegmentBar* sizes_ = nullptr;
    SegmentBar* decimals_ = nullptr;
    DropDown* zone_ = nullptr;
    PlainLabel* sample_ = nullptr;
    SegmentBar* tone_ = nullptr;
    SegmentBar* volume_ = nullptr;
    PushButton* test_ = nullptr;
    PushButton* mute_ = nullptr;
    PushButton* letSound_ = nullptr;
    PlainLabel* soundWords_ = nullptr;
    QMap<QString, CheckBox*> pages_;
    FieldBox* turn_ = nullptr;
    CheckBox* shift_ = nullptr;
    DropDown* screen_ = nullptr;
};

}  // namespace headroom::ui
