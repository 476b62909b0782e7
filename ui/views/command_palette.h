// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/palette_model.h"
#include "ui/widgets/overlay.h"

class QLabel;
class QListView;

namespace headroom::ui {

class FieldBox;

/// Everything that can be done, to be found by typing a few letters: arrows choose, Enter does it,
/// Esc leaves. What cannot be done now is listed with the reason, and Enter does nothing. Main
/// thread.
class CommandPalette final : public Overlay {
    Q_OBJECT
public:
    CommandPalette(QVector<PaletteEntry> entries, QWidget* window);

    void setTheme(const Theme& theme) override;

protected:
    [[nodiscard]] QRect cardIn(const QSize& window) const override;
    void placeCard(const QRect& card) override;
    [[nodiscard]] QWidget* firstFocus() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const QString& typed);
    void choose(int row);
    void runCurrent();
    void sayCurrent();

    PaletteModel model_;
    FieldBox* search_;
    QListView* list_;
    QLabel* nothing_;
};

}  // namespace headroom::ui
