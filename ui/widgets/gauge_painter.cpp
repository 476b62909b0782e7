// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gauge_painter.h"

#include "ui/widgets/gauge_marks.h"
#include "ui/widgets/gauge_texts.h"
#include "ui/widgets/paint.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

// Shares of the radius (TOKENS §5).
constexpr double kRingInner = 1 - 0.055;
constexpr double kTrackOuter = 0.915;
constexpr double kTrackInner = 0.725;
constexpr double kMarkerOuter = 0.94;
constexpr double kMarkerInner = 0.68;
constexpr double kTickOuter = 1.053;
constexpr double kLabelAt = 1.076;
constexpr double kBandGap = 1.2 / 270;

bool isLive(const GaugeDisplay& display)
{
    return display.truth == Truth::Live || display.truth == Truth::Late;
}

GaugeGeometry geometry(const GaugeLook& look) { return { look.layout.centre, look.layout.radius }; }

// The ring is at least 4 px thick, or a small gauge's bands could not be told apart.
double ringInner(const GaugeLook& look)
{
    return std::min(kRingInner, 1 - 4 * look.layout.unit / look.layout.radius);
}

void paintRing(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display)
{
    const GaugeGeometry gauge = geometry(look);
    const QColor unknown = look.theme.level(Level::Unknown).band;
    if (display.bands.isEmpty() || display.truth == Truth::NoData) {
        painter.fillPath(gauge.sector(0, 1, 1, ringInner(look)), unknown);
        return;
    }
    for (const GaugeBand& band : display.bands) {
        const double from = band.from > 0 ? band.from + kBandGap / 2 : band.from;
        const double to = band.to < 1 ? band.to - kBandGap / 2 : band.to;
        const LevelColors& colors = look.theme.level(band.level);
        const QColor color = !isLive(display) ? unknown : band.active ? colors.mark : colors.band;
        painter.fillPath(gauge.sector(from, to, 1, ringInner(look)), color);
    }
}

void paintTrack(QPainter& painter, const GaugeLook& look)
{
    const GaugeGeometry gauge = geometry(look);
    painter.fillPath(gauge.sector(0, 1, kTrackOuter, kTrackInner), look.theme.color(Token::Track));
    // Smaller gauges need the hatch no finer than the eye does.
    const double unit = look.layout.unit;
    drawHatch(painter, gauge.sector(kLimitFraction, 1, kTrackOuter, kTrackInner),
        look.theme.color(Token::Hatch), 2 * unit, 7 * unit);
}

void paintEmptyTrack(QPainter& painter, const GaugeLook& look)
{
    QPen pen(look.theme.color(Token::Line2), std::max(1.0, look.layout.unit), Qt::CustomDashLine,
        Qt::FlatCap);
    pen.setDashPattern({ 4, 3 });
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(geometry(look).sector(0, 1, kTrackOuter, kTrackInner));
}

void paintTick(QPainter& painter, const GaugeLook& look, const GaugeTick& tick, bool lit)
{
    // Beside the limit's line a tick would read as a stain; the bands show where the level begins.
    if (!tick.labelled || !look.layout.hasThresholdLabels) {
        return;
    }
    const GaugeGeometry gauge = geometry(look);
    const QColor grey = look.theme.color(Token::T3);
    painter.setPen(QPen(lit ? look.theme.level(tick.level).edge : grey, 2 * look.layout.unit,
        Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(gauge.at(tick.fraction, 1), gauge.at(tick.fraction, kTickOuter));
    const GaugeTexts texts = gaugeTexts(look.sizes, look.layout);
    const double em = texts.threshold.pixelSize();
    const double shape = 0.62 * em;
    const double width = 0.9 * em + tabularWidth(texts.threshold, tick.text);
    const QPointF at = gauge.at(tick.fraction, kLabelAt + shape / gauge.radius());
    const double cosine = (at.x() - gauge.centre().x()) / (kLabelAt * gauge.radius() + shape);
    double left = at.x() - width / 2;
    if (cosine > 0.25) {
        left = at.x() - 0.2 * em;
    } else if (cosine < -0.25) {
        left = at.x() + 0.4 * em - width;
    }
    const double margin = 4 * look.layout.unit;
    const double room = look.layout.card.width() - 2 * margin;
    if (width > room / 2) {
        return;
    }
    left = std::clamp(left, margin, margin + room - width);
    drawLevelShape(painter, look.theme, tick.level, QPointF(left + shape / 2, at.y()), shape,
        lit ? ShapeStyle::Filled : ShapeStyle::Grey);
    drawTabular(painter, QPointF(left + 0.9 * em, at.y() + 0.3636 * em), tick.text, texts.threshold,
        look.theme.color(lit ? Token::T1 : Token::T2));
}

void paintArc(
    QPainter& painter, const GaugeLook& look, const GaugeDisplay& display, double fraction)
{
    const QPainterPath arc = geometry(look).sector(0, fraction, kTrackOuter, kTrackInner);
    if (arc.isEmpty()) {
        return;
    }
    const Theme& theme = look.theme;
    if (!isLive(display)) {
        painter.fillPath(arc, theme.color(Token::Bg3));
        drawHatch(
            painter, arc, theme.color(Token::Data2), 3 * look.layout.unit, 7.5 * look.layout.unit);
        return;
    }
    if (display.level < Level::Yellow) {
        painter.fillPath(arc, theme.color(Token::Data));
        return;
    }
    const LevelColors& colors = theme.level(display.level);
    // Light marks are too pale on white to stand without an outline.
    painter.setPen(
        theme.kind() == ThemeKind::Light ? QPen(colors.edge, look.layout.unit) : QPen(Qt::NoPen));
    painter.setBrush(colors.mark);
    painter.drawPath(arc);
}

void paintMarker(QPainter& painter, const GaugeLook& look, double fraction)
{
    const GaugeGeometry gauge = geometry(look);
    const QLineF line(gauge.at(fraction, kMarkerInner), gauge.at(fraction, kMarkerOuter));
    const double radius = gauge.radius();
    painter.setPen(QPen(look.background, 0.062 * radius, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(line);
    painter.setPen(QPen(look.theme.color(Token::T1), 0.034 * radius, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(line);
}

/// A hollow triangle outside of the ring, and a dashed line across the track (TOKENS §5).
void paintGhost(QPainter& painter, const GaugeLook& look, double fraction)
{
    const GaugeGeometry gauge = geometry(look);
    const double radius = gauge.radius();
    const double unit = look.layout.unit;
    const double half = 4.4 / 270 * 100 * unit / radius;
    const QColor ink = look.theme.color(Token::T1);
    const QLineF across(gauge.at(fraction, kTrackInner), gauge.at(fraction, kTrackOuter));
    painter.setPen(QPen(look.background, 4 * unit, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(across);
    QPen dashes(ink, 2 * unit, Qt::CustomDashLine, Qt::FlatCap);
    dashes.setDashPattern({ 1.5, 1 });
    painter.setPen(dashes);
    painter.drawLine(across);
    const auto out = [&](double px) { return 1 + px * unit / radius; };
    // At the ends of the scale a corner may lie beyond it.
    const QPointF outward = gauge.at(fraction, out(16)) - gauge.centre();
    const QPointF base = gauge.centre() + outward;
    const double length = std::hypot(outward.x(), outward.y());
    const QPointF along(-outward.y() / length, outward.x() / length);
    const double width = half * 270 * 3.14159265358979 / 180 * length;
    painter.setPen(QPen(ink, 1.75 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(look.theme.color(Token::Bg1));
    painter.drawPolygon(
        QPolygonF({ gauge.at(fraction, out(3)), base + along * width, base - along * width }));
}

}  // namespace

void paintGaugeScale(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display)
{
    if (look.layout.radius <= 0) {
        return;
    }
    paintRing(painter, look, display);
    if (display.truth == Truth::NoData) {
        paintEmptyTrack(painter, look);
        return;
    }
    paintTrack(painter, look);
    for (const GaugeTick& tick : display.ticks) {
        paintTick(painter, look, tick, tick.lit && isLive(display));
    }
    paintGaugeMarkLabels(painter, look, display);
}

void paintGaugeValue(
    QPainter& painter, const GaugeLook& look, const GaugeDisplay& display, double fraction)
{
    if (look.layout.radius > 0 && display.truth != Truth::NoData) {
        paintArc(painter, look, display, fraction);
        paintGaugeMarks(painter, look, display);
        if (display.ghostFraction) {
            paintGhost(painter, look, *display.ghostFraction);
        }
        if (isLive(display)) {
            paintMarker(painter, look, fraction);
        }
        paintLimit(painter, look, display, kTrackInner);
    }
    paintGaugeTexts(painter, look, display, 2 * kTrackInner);
}

bool hasSameScale(const GaugeDisplay& a, const GaugeDisplay& b)
{
    return a.truth == b.truth && a.ticks == b.ticks && a.bands == b.bands && a.marks == b.marks;
}

}  // namespace headroom::ui
