// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_displays.h"
#include "tests/ui/support/colour_vision.h"
#include "ui/models/alert_table_row.h"
#include "ui/views/alerts_row_painter.h"
#include "ui/widgets/alert_row.h"
#include "ui/widgets/banner_panel.h"
#include "ui/widgets/gauge_card.h"
#include "ui/widgets/paint.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

constexpr Level kStates[]
    = { Level::Unknown, Level::Green, Level::Yellow, Level::Orange, Level::Red };
constexpr Vision kVisions[] = { Vision::Deuteranopia, Vision::Protanopia, Vision::Greyscale };

const char* nameOf(Vision vision)
{
    static constexpr const char* kNames[] = { "normal", "deuteranopia", "protanopia", "greyscale" };
    return kNames[static_cast<int>(vision)];
}

Truth truthOf(Level level) { return level == Level::Unknown ? Truth::Stale : Truth::Live; }

/// The share of pixels whose lightness differs by more than a step that is seen at a glance.
double differingShare(const QImage& a, const QImage& b)
{
    int differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (a.pixel(x, y) != b.pixel(x, y)) {
                differing += deltaE(a.pixelColor(x, y), b.pixelColor(x, y)) > 10 ? 1 : 0;
            }
        }
    }
    return static_cast<double>(differing) / (a.width() * a.height());
}

/// Only what its outline says: one ink on one ground.
QImage shapeOf(Level level)
{
    QImage image(48, 48, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawLevelShape(painter, level, { 24, 24 }, 44, Qt::white);
    return image;
}

GaugeDisplay gaugeOf(Level level)
{
    // 34 writes in every state: the same arc, the same number, so that only the state differs.
    auto display = samples::writes(34);
    display.level = level;
    display.nextText.clear();
    for (auto& band : display.bands) {
        band.active = band.level == level;
    }
    return level == Level::Unknown ? samples::stale(display) : display;
}

QImage pictureOf(Panel& panel, const Theme& theme, ScreenSizes sizes, QSize size)
{
    panel.setLook(theme, sizes);
    panel.resize(size);
    return panel.grab().toImage();
}

QImage gaugePicture(Level level, const Theme& theme)
{
    GaugeCard card;
    card.setDisplay(gaugeOf(level));
    return pictureOf(card, theme, {}, { 290, 314 });
}

QImage bannerPicture(Level level, const Theme& theme)
{
    BannerPanel banner;
    BannerDisplay display;
    display.truth = truthOf(level);
    display.level = level;
    display.title = QStringLiteral("the same sentence");
    display.detail = QStringLiteral("in every state");
    display.staleFor = level == Level::Unknown ? QStringLiteral("00:42") : QString();
    banner.setDisplay(display);
    return pictureOf(banner, theme, { true, 0.5 }, { 464, 54 });
}

QImage rowPicture(Level level, const Theme& theme)
{
    AlertRow row;
    row.level = level;
    row.stale = level == Level::Unknown;
    row.title = QStringLiteral("Storage");
    row.value = QStringLiteral("91.2 %");
    row.age = QStringLiteral("18:42");
    row.deadlineWord = QStringLiteral("due");
    row.deadline = QStringLiteral("5:41:18");
    QImage image(456, 122, QImage::Format_RGB32);
    image.fill(theme.color(Token::Bg1));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAlertRow(painter, theme, { true, 1 }, row, QRectF(image.rect()), {}, ShapeStyle::Filled);
    return image;
}

QImage tableRowPicture(Level level, const Theme& theme)
{
    AlertTableRow row;
    row.kind = AlertTableRow::Kind::Open;
    row.level = level;
    row.text[0] = levelWord(level, truthOf(level));
    row.text[1] = QStringLiteral("Storage");
    AlertRowLook look { theme, QRectF(0, 0, 300, 46), {}, {}, false, false, level == Level::Unknown,
        false };
    look.cells[0] = { 0, 0, 120, 46 };
    look.cells[1] = { 120, 0, 180, 46 };
    QImage image(300, 46, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAlertTableRow(painter, row, look);
    return image;
}

}  // namespace

class ColourVisionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theMeasureIsCiede2000()
    {
        // The design's own figures for normal sight, to the digit that it gives.
        const auto mark = [](Level level) { return Theme::dark().level(level).mark; };
        QVERIFY(std::abs(deltaE(mark(Level::Green), mark(Level::Yellow)) - 32) <= 1);
        QVERIFY(std::abs(deltaE(mark(Level::Orange), mark(Level::Red)) - 34) <= 1);
        QVERIFY(deltaE(Qt::white, Qt::white) < 1e-9);
        QVERIFY(std::abs(deltaE(Qt::white, Qt::black) - 100) < 0.1);
    }

    void marksStayApartForThoseWhoDoNotSeeRedOrGreen_data() { addThemesAndVisions(); }
    void marksStayApartForThoseWhoDoNotSeeRedOrGreen()
    {
        QFETCH(const int, theme);
        QFETCH(const int, vision);
        if (static_cast<Vision>(vision) == Vision::Greyscale) {
            return;  // a print has no colours: shape and word, below
        }
        const auto& look = Theme::of(static_cast<ThemeKind>(theme));
        for (std::size_t i = 1; i < std::size(kStates); ++i) {
            for (std::size_t j = 1; j < i; ++j) {
                const double apart
                    = deltaE(seenBy(static_cast<Vision>(vision), look.level(kStates[i]).mark),
                        seenBy(static_cast<Vision>(vision), look.level(kStates[j]).mark));
                // The weakest pair of the design, YELLOW and ORANGE under deuteranopia, has 13.
                QVERIFY2(apart >= 12, qPrintable(QString::number(apart)));
            }
        }
    }

    void shapesAloneAreFiveDifferentOnes()
    {
        for (std::size_t i = 0; i < std::size(kStates); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const double share = differingShare(shapeOf(kStates[i]), shapeOf(kStates[j]));
                // Circle and square differ least: by their corners.
                QVERIFY2(share > 0.08, qPrintable(QString::number(share)));
            }
        }
    }

    void everyStateHasItsOwnWord()
    {
        QStringList words;
        for (const auto level : kStates) {
            words << levelWord(level, truthOf(level));
        }
        QCOMPARE(words.removeDuplicates(), 0);
        QVERIFY(!words.contains(QString()));
    }

    void cardsBannersAndRowsStayApart_data() { addThemesAndVisions(); }
    void cardsBannersAndRowsStayApart()
    {
        QFETCH(const int, theme);
        QFETCH(const int, vision);
        const auto& look = Theme::of(static_cast<ThemeKind>(theme));
        struct Painted {
            const char* name;
            QImage (*picture)(Level, const Theme&);
            double atLeast;  ///< share of its pixels
        };
        // A badge with its word is about 2 % of a card, 4 % of a row, 20 % of a banner.
        const Painted all[] = { { "gauge", gaugePicture, 0.008 }, { "banner", bannerPicture, 0.04 },
            { "row", rowPicture, 0.008 }, { "table row", tableRowPicture, 0.015 } };
        for (const auto& painted : all) {
            QVector<QImage> seen;
            for (const auto level : kStates) {
                seen << seenBy(static_cast<Vision>(vision), painted.picture(level, look));
            }
            for (qsizetype i = 0; i < seen.size(); ++i) {
                for (qsizetype j = 0; j < i; ++j) {
                    const double share = differingShare(seen[i], seen[j]);
                    QVERIFY2(share >= painted.atLeast,
                        qPrintable(QStringLiteral("%1: %2 and %3 differ in %4 %")
                                       .arg(QString::fromLatin1(painted.name),
                                           levelWord(kStates[i], truthOf(kStates[i])),
                                           levelWord(kStates[j], truthOf(kStates[j])))
                                       .arg(share * 100)));
                }
            }
        }
    }

private:
    static void addThemesAndVisions()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("vision");
        for (const auto theme : { ThemeKind::Dark, ThemeKind::Light }) {
            for (const auto vision : kVisions) {
                QTest::addRow("%s, %s", theme == ThemeKind::Dark ? "dark" : "light", nameOf(vision))
                    << static_cast<int>(theme) << static_cast<int>(vision);
            }
        }
    }
};

QTEST_MAIN(ColourVisionTest)
#include "colour_vision_test.moc"
