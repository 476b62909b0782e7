// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/overlay.h"

#include <QVector>

class QScrollArea;

namespace headroom::ui {

/// The keys of one page, or of the whole window.
struct KeyGroup {
    struct Row {
        QString keys;  ///< "Ctrl+E"; two spaces between keys that do the same
        QString what;
    };
    QString title;
    QVector<Row> rows;
};

class KeyGroupCard;
class PushButton;

/// Every key there is, group by group. Tab goes from group to group and shows each, arrows and Page
/// keys scroll. Main thread.
class KeysOverview final : public Overlay {
    Q_OBJECT
public:
    KeysOverview(const QVector<KeyGroup>& groups, QWidget* window);

    void setTheme(const Theme& theme) override;

protected:
    [[nodiscard]] QRect cardIn(const QSize& window) const override;
    void placeCard(const QRect& card) override;
    [[nodiscard]] QWidget* firstFocus() override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool isNext) override;

private:
    /// Puts the groups into columns; the height that they take.
    int placeGroups(int width);

    QScrollArea* scroll_;
    QWidget* content_;
    QVector<KeyGroupCard*> groups_;
    PushButton* close_;
};

}  // namespace headroom::ui
