// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include <QFile>
#include <QPaintDevice>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

// Q_INIT_RESOURCE declares a function of the global namespace.
static void initHeadroomResources() { Q_INIT_RESOURCE(headroom); }

namespace headroom::ui {

namespace {

// What the drawings are made with; both are replaced before rendering, since Qt SVG knows no
// currentColor.
constexpr const char* kDrawnColor = "#AEB8C4";
constexpr const char* kDrawnStroke = "stroke-width=\"1.75\"";

QByteArray recoloured(const QString& name, QColor color, double strokeWidth)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("icon %s is not among the resources", qPrintable(name));
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace(kDrawnColor, color.name().toLatin1());
    svg.replace(kDrawnStroke, "stroke-width=\"" + QByteArray::number(strokeWidth) + '"');
    return svg;
}

QPixmap renderIcon(
    const QString& name, QSize deviceSize, double ratio, QColor color, double strokeWidth)
{
    QPixmap pixmap(deviceSize);
    pixmap.fill(Qt::transparent);
    if (const QByteArray svg = recoloured(name, color, strokeWidth); !svg.isEmpty()) {
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(QPointF(0, 0), deviceSize));
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

}  // namespace

void initResources()
{
    static const bool done = (initHeadroomResources(), true);
    static_cast<void>(done);
}

void drawIcon(
    QPainter& painter, const QString& name, const QRectF& rect, QColor color, double strokeWidth)
{
    initResources();
    const double ratio = painter.device() != nullptr ? painter.device()->devicePixelRatioF() : 1.0;
    const QSize deviceSize(qRound(rect.width() * ratio), qRound(rect.height() * ratio));
    if (deviceSize.isEmpty()) {
        return;
    }
    const QString key = QStringLiteral("headroom-icon %1 %2x%3 %4 %5 %6")
                            .arg(name)
                            .arg(deviceSize.width())
                            .arg(deviceSize.height())
                            .arg(ratio)
                            .arg(color.rgba())
                            .arg(strokeWidth);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = renderIcon(name, deviceSize, ratio, color, strokeWidth);
        QPixmapCache::insert(key, pixmap);
    }
    // On whole device pixels, or the strokes that were just rendered sharp get blurred.
    painter.drawPixmap(
        QPointF(std::round(rect.left() * ratio) / ratio, std::round(rect.top() * ratio) / ratio),
        pixmap);
}

}  // namespace headroom::ui
