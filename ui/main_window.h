// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/screen_choice.h"
#include "ui/models/overview_model.h"
#include "ui/models/pixel_shift.h"
#include "ui/models/wall_rotation.h"
#include "ui/screen_saver.h"
#include "ui/theme.h"
#include "ui/views/command.h"
#include "ui/views/welcome_choice.h"

#include <QHash>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <chrono>
#include <optional>

namespace headroom::ui {

class ContactBand;
class HeaderBar;
class Overlay;
class Rail;
class StripeFrame;
class SystemTheme;
class View;
class WallStage;
class WelcomeView;

/// How a window begins.
struct WindowOptions {
    QString page;  ///< a row of viewList(); empty: the first
    bool wall = false;
    bool welcome = false;  ///< somebody is here for the first time; wins over page and wall
    bool wallOfFleet = false;  ///< the wall shows the fleet instead of one depository
    bool fullScreen = true;  ///< the wall takes the screen; a picture of it keeps its size instead
    std::optional<ThemeKind> theme;  ///< as --theme; empty: as the preferences say
    std::optional<QSize> size;  ///< empty: where the window was last
    QString settingsFile;  ///< geometry; empty: nothing is remembered
    // As the options of the wall, for a window whose model brings no preferences.
    std::optional<QString> screen;
    std::optional<QStringList> rotation;  ///< pages that a calm wall shows in turn
    std::optional<std::chrono::seconds> rotateEvery;
    std::optional<bool> pixelShift;
};

/// The window: rail, header and pages, or the wall alone. Main thread.
class MainWindow : public QWidget {
    Q_OBJECT
public:
    static constexpr QSize kSmallest { 1024, 640 };

    /// `model` outlives the window.
    MainWindow(OverviewModel& model, const WindowOptions& options, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openPage(const QString& id);
    void setWall(bool isWall);
    /// As a preference: it is kept.
    void setTheme(ThemeKind kind);
    /// In front of the desk, until a person is done with it.
    void openPalette();
    void openKeys();

    /// Everything that a person can do here, page by page: keys, palette and overview are made from
    /// it.
    [[nodiscard]] const std::vector<WindowCommand>& commands() const { return commands_; }
    /// The palette or the overview of keys, while one is in front; else null.
    [[nodiscard]] Overlay* overlay() const;
    [[nodiscard]] bool isWall() const { return isWall_; }
    [[nodiscard]] QString page() const { return page_; }
    [[nodiscard]] WallRotation& rotation() { return rotation_; }
    [[nodiscard]] PixelShift& pixelShift() { return shift_; }
    [[nodiscard]] ScreenChoice& screens() { return screens_; }
    [[nodiscard]] ThemeKind theme() const { return theme_->kind(); }

Q_SIGNALS:
    /// The first frame has been painted.
    void firstFramePainted();
    void wallChanged();
    /// Where somebody who is here for the first time wants to begin; the window goes there itself.
    void welcomeAnswered(headroom::ui::WelcomeChoice choice);
    /// The M key.
    void muteRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildChrome();
    void buildCommands();
    void addPageCommands();
    void bindKeys();
    void runByKey(const WindowCommand& command);
    [[nodiscard]] QString keyOf(const QString& id) const;
    [[nodiscard]] View* shownView() const;
    void acknowledge();
    void goBack();
    void bringUp(Overlay* overlay);
    void notePageKeys();
    void switchTheme();
    void restore(const WindowOptions& options);
    void remember() const;
    void place();
    void takeDisplay();
    void buildDrill();
    [[nodiscard]] bool isSimulationShown() const;
    void applyTheme();
    void noteSight();
    void fillScreen(bool isFilling);
    void buildPreferences(const WindowOptions& options);
    void takePreferences();
    void buildWallKeeping();
    void takeWallPreferences();
    void showOnWall(const QString& id);
    void moveTo(QScreen* screen);
    View* pageWidget(const QString& id);
    void buildWelcome();
    void takeWelcome(WelcomeChoice choice);

    OverviewModel& model_;
    QString settingsFile_;
    Preferences preferences_;  ///< as far as they have been taken
    SystemTheme* systemTheme_ = nullptr;
    const Theme* theme_ = &Theme::dark();
    Rail* rail_ = nullptr;
    HeaderBar* header_ = nullptr;
    ContactBand* band_ = nullptr;  ///< of the desk; the wall has its own
    View* wall_ = nullptr;
    WallStage* stage_ = nullptr;  ///< for pages on the wall
    StripeFrame* frame_ = nullptr;  ///< while what is shown is made up
    WelcomeView* welcome_ = nullptr;  ///< until it is answered
    QHash<QString, View*> pages_;
    std::vector<WindowCommand> commands_;
    QPointer<Overlay> overlay_;
    QString page_;
    ScreenSaver screenSaver_;
    ScreenChoice screens_;
    WallRotation rotation_;
    PixelShift shift_;
    bool hasShift_ = true;
    bool isWallOfFleet_ = false;
    bool isWall_ = false;
    bool fullScreenWall_ = true;
    bool hasPainted_ = false;
    Qt::WindowStates stateBeforeWall_;
    QRect geometryBeforeWall_;
};

}  // namespace headroom::ui
