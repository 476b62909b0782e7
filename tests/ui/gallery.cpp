// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// widget_gallery FOLDER: paints the widgets in the states of the reference pictures, off-screen,
// into PNG files, to be looked at beside them. QT_SCALE_FACTOR gives the device pixel ratio.

#include "tests/ui/sample_displays.h"
#include "ui/widgets/gauge_card.h"
#include "ui/widgets/strip_panel.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <optional>

namespace {

using namespace headroom;
using namespace headroom::ui;

constexpr ScreenSizes kDesk { false, 1 };

struct Sheet {
    QString name;
    const Theme& theme;
    ScreenSizes sizes;
    QSize card;
    int columns;
    QVector<GaugeDisplay> gauges;
    std::optional<StripDisplay> strip;
};

template <typename Widget, typename Display>
void paintAt(QPainter& painter, QPoint at, QSize size, const Sheet& sheet, const Display& display)
{
    Widget widget;
    widget.setAttribute(Qt::WA_NoSystemBackground);
    widget.setLook(sheet.theme, sheet.sizes);
    widget.setDisplay(display);
    widget.resize(size);
    widget.render(&painter, at, {}, QWidget::DrawChildren);
}

bool write(const QDir& folder, const Sheet& sheet)
{
    const int gap = 16;
    const int rows = static_cast<int>((sheet.gauges.size() + sheet.columns - 1) / sheet.columns);
    const int width = sheet.columns * (sheet.card.width() + gap) + gap;
    const int stripHeight = sheet.strip ? qRound(sheet.sizes.px(110, 82)) : 0;
    const int height
        = rows * (sheet.card.height() + gap) + gap + (sheet.strip ? stripHeight + gap : 0);
    const double ratio = qApp->devicePixelRatio();
    QImage image(QSize(width, height) * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(sheet.theme.color(Token::Bg0));
    QPainter painter(&image);
    for (int i = 0; i < sheet.gauges.size(); ++i) {
        const QPoint at(gap + i % sheet.columns * (sheet.card.width() + gap),
            gap + i / sheet.columns * (sheet.card.height() + gap));
        paintAt<GaugeCard>(painter, at, sheet.card, sheet, sheet.gauges.at(i));
    }
    if (sheet.strip) {
        paintAt<StripPanel>(painter, QPoint(gap, height - gap - stripHeight),
            QSize(qRound(sheet.sizes.px(1400, 1192)), stripHeight), sheet, *sheet.strip);
    }
    painter.end();
    const QString path = folder.filePath(sheet.name + QStringLiteral(".png"));
    const bool written = image.save(path);
    std::printf("%s %s\n", written ? "wrote" : "CANNOT WRITE", qPrintable(path));
    return written;
}

QVector<GaugeDisplay> states()
{
    using namespace samples;
    return { writes(34), writes(58), writes(82), writes(103), acknowledged(writes(103)),
        stale(writes(34)), noData(writes(34)), late(writes(58)), stale(writes(103)),
        noData(latency(false)) };
}

QVector<GaugeDisplay> wallRow(bool high)
{
    using namespace samples;
    return { writes(high ? 103 : 34), storage(high), throughput(high), latency(high) };
}

QVector<GaugeDisplay> staleRow()
{
    QVector<GaugeDisplay> row;
    for (const GaugeDisplay& display : wallRow(false)) {
        row << samples::stale(display);
    }
    return row;
}

bool writeAll(const QDir& folder)
{
    bool written = true;
    for (const bool light : { false, true }) {
        const Theme& theme = light ? Theme::light() : Theme::dark();
        const QString suffix = QString::fromLatin1(light ? "_light" : "_dark");
        const auto named = [&](const char* name) { return QString::fromLatin1(name) + suffix; };
        const StripDisplay live = samples::strip(Truth::Live);
        for (const double scale : { 0.5, 1.0, 2.0 }) {
            const ScreenSizes wall { true, scale };
            const QSize card(qRound(456 * scale), qRound(452 * scale));
            const QString at = QStringLiteral("_x%1").arg(scale);
            written &= write(
                folder, { named("wall_green") + at, theme, wall, card, 4, wallRow(false), live });
            written &= write(
                folder, { named("wall_red") + at, theme, wall, card, 4, wallRow(true), live });
        }
        const ScreenSizes wall { true, 1 };
        written &= write(folder,
            { named("wall_stale"), theme, wall, QSize(456, 452), 4, staleRow(),
                samples::strip(Truth::Stale) });
        written
            &= write(folder, { named("states"), theme, kDesk, QSize(354, 392), 5, states(), {} });
        written &= write(
            folder, { named("states_wall"), theme, wall, QSize(456, 452), 5, states(), {} });
        written &= write(
            folder, { named("desk"), theme, kDesk, QSize(289, 314), 4, wallRow(false), live });
        written &= write(
            folder, { named("compact"), theme, kDesk, QSize(229, 244), 4, wallRow(true), {} });
        written &= write(
            folder, { named("compact_states"), theme, kDesk, QSize(229, 244), 5, states(), {} });
        written &= write(folder, { named("tiny"), theme, kDesk, QSize(150, 150), 5, states(), {} });
    }
    return written;
}

// What one card costs on this machine, with the value changed only and with its level changed; the
// fastest of many, since other programs run too.
void measure()
{
    GaugeCard card;
    card.setLook(Theme::dark(), { true, 1 });
    card.resize(456, 452);
    QImage image(456, 452, QImage::Format_RGB32);
    for (const bool levelChanges : { false, true }) {
        qint64 fastest = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 400; ++i) {
            card.setDisplay(samples::writes(i % 2 ? (levelChanges ? 58 : 33) : 34));
            QElapsedTimer timer;
            timer.start();
            card.render(&image);
            fastest = std::min(fastest, timer.nsecsElapsed());
        }
        std::printf("%s: %.3f ms a card\n", levelChanges ? "level changed" : "value changed",
            static_cast<double>(fastest) / 1e6);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "cannot make %s\n", argv[1]);
        return 1;
    }
    const bool written = writeAll(folder);
    measure();
    return written ? 0 : 1;
}
