// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QBuffer>
#include <QByteArray>
#include <QPainter>
#include <QPdfWriter>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

namespace headroom::ui {

/// Pages of A4, filled from the top; what does not fit any more begins the next page. Sizes in
/// points. Main thread.
class PrintSheet {
public:
    struct Column {
        QString name;
        double share = 1;  ///< of the width
    };
    /// A headroom bar in the cell of a column.
    struct Bar {
        int column = 0;
        double used = 0;  ///< 1 at the limit
        Level level = Level::Unknown;
    };

    /// `pages` is printed as "1 of N".
    PrintSheet(const QString& foot, bool isSimulated, int pages);
    ~PrintSheet();

    void line(const QString& text, double size, int weight, QColor color);
    void gap(double points) { y_ += pt(points); }
    /// A name and what it is.
    void fact(const QString& name, const QString& text);
    /// Of a table; stays with what follows it.
    void title(const QString& text);
    void header(const QVector<Column>& columns);
    void row(const QVector<Column>& columns, const QStringList& cells, bool isExceeded,
        const std::optional<Bar>& bar);

    [[nodiscard]] int pages() const { return page_; }
    /// Ends the last page; nothing can be printed after it.
    QByteArray finish();

private:
    [[nodiscard]] static double pt(double points);
    [[nodiscard]] static QFont font(double points, int weight);
    [[nodiscard]] double heightOf(const QString& text, const QFont& font, double width);
    void need(double height);
    void drawText(const QRectF& rect, const QString& text, const QFont& font, QColor color);
    void drawBar(const QRectF& rect, const Bar& bar);
    void drawFoot();

    QBuffer buffer_;
    QPdfWriter writer_;
    QPainter painter_;
    QString foot_;
    bool isSimulated_;
    int pages_;
    int page_ = 1;
    double width_ = 0;
    double bottom_ = 0;
    double y_ = 0;
};

}  // namespace headroom::ui
