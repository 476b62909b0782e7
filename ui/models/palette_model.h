// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QVector>

#include <functional>
#include <optional>

namespace headroom::ui {

/// Something that the palette offers.
struct PaletteEntry {
    QString title;
    QString group;  ///< the page that it belongs to; may be empty
    QString keys;  ///< "Ctrl+E"; may be empty
    QString whyNot;  ///< why it cannot be done now; empty: it can
    std::function<void()> run;
};

/// How well an entry fits what was typed; empty: not at all. Every word must be found, whatever its
/// case and accents: best as the beginning of a word of the title, then inside one, then in the
/// group, last as letters in this order.
[[nodiscard]] std::optional<int> paletteScore(const PaletteEntry& entry, const QString& typed);

/// The entries that fit what is typed, best first; what cannot be done now comes after what
/// fits nearly as well. With nothing typed in the order in which they were given.
/// Main thread.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { Group = Qt::UserRole, Keys, WhyNot };

    explicit PaletteModel(QVector<PaletteEntry> entries, QObject* parent = nullptr);

    void setTyped(const QString& typed);
    [[nodiscard]] const PaletteEntry& entry(int row) const { return entries_[shown_[row]]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QVector<PaletteEntry> entries_;
    QVector<int> shown_;
};

}  // namespace headroom::ui
