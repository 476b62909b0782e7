// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QStringList>

namespace headroom::ui {

namespace {

using Rgb = unsigned;

struct TokenRow {
    Token token;
    Rgb dark;
    Rgb light;
};

constexpr TokenRow kTokens[] = {
    { Token::Bg0, 0x101418, 0xF1F3F6 },
    { Token::Bg1, 0x1A1F26, 0xFFFFFF },
    { Token::Bg2, 0x222831, 0xF4F6F8 },
    { Token::Bg3, 0x2B323C, 0xE6EAEE },
    { Token::Line, 0x303843, 0xD6DCE3 },
    { Token::Line2, 0x46515E, 0x9AA5B1 },
    { Token::Ctl, 0x687788, 0x76838F },
    { Token::T1, 0xEEF1F5, 0x141A21 },
    { Token::T2, 0xAEB8C4, 0x46515E },
    { Token::T3, 0x8A95A3, 0x5F6B79 },
    { Token::Data, 0x9DB0C4, 0x4A6078 },
    { Token::Data2, 0x64758A, 0x7C8DA1 },
    { Token::Track, 0x262D36, 0xE3E8ED },
    { Token::Hatch, 0x3B4552, 0xC3CCD6 },
    { Token::Grid, 0x272E37, 0xE7EBEF },
    { Token::Acc, 0x6FB1F0, 0x1763B6 },
    { Token::AccBg, 0x1D3045, 0xE3EEFA },
    { Token::AccFill, 0x6FB1F0, 0x1763B6 },
    { Token::OnAcc, 0x0C1622, 0xFFFFFF },
    { Token::Sim, 0xB9A5F5, 0x5B3FC4 },
    { Token::SimBg, 0x2A2540, 0xECE8FB },
    { Token::OnSim, 0x17122B, 0xFFFFFF },
    { Token::Sel, 0x21303F, 0xE3EEFA },
    { Token::Zebra, 0x1D232B, 0xF8FAFB },
};

struct LevelRow {
    Level level;
    Rgb fg, mark, edge, band, tint, fill, onFill;
};

constexpr LevelRow kDarkLevels[] = {
    { Level::Unknown, 0xAEB8C4, 0xAEB8C4, 0xAEB8C4, 0x3A434E, 0x1A1F26, 0x3A434E, 0xEEF1F5 },
    { Level::Green, 0x7DB8AE, 0x7DB8AE, 0x7DB8AE, 0x3D5A57, 0x1D2729, 0x26363A, 0xA9D3CB },
    { Level::Yellow, 0xF9E27A, 0xF9E27A, 0xF9E27A, 0x7A7146, 0x22221F, 0xF9E27A, 0x14181D },
    { Level::Orange, 0xF08A24, 0xF08A24, 0xF08A24, 0x80522A, 0x231F1D, 0xF08A24, 0x14181D },
    { Level::Red, 0xF2475F, 0xDB304E, 0xDB304E, 0x7C3240, 0x2A1D24, 0xDB304E, 0xFFFFFF },
};

constexpr LevelRow kLightLevels[] = {
    { Level::Unknown, 0x5F6B79, 0x5F6B79, 0x5F6B79, 0xD3DAE1, 0xFFFFFF, 0xDDE3E9, 0x141A21 },
    { Level::Green, 0x1D7265, 0x2E8B7B, 0x1D7265, 0xA9CFC7, 0xF2F8F6, 0xE3F1EE, 0x155A50 },
    { Level::Yellow, 0x7D5F00, 0xF5D547, 0x8A6900, 0xF3E3A0, 0xFFFBEC, 0xF5D547, 0x141A21 },
    { Level::Orange, 0xA03D00, 0xEE8429, 0xA03D00, 0xF3C49B, 0xFFF7EF, 0xEE8429, 0x141A21 },
    { Level::Red, 0x9E0A30, 0xBE1238, 0x9E0A30, 0xE5A3B0, 0xFCEDF0, 0xBE1238, 0xFFFFFF },
};

// Below this size Inter's text cut reads better than its display cut.
constexpr double kDisplayFromPx = 25;

}  // namespace

Theme::Theme(ThemeKind kind)
    : kind_(kind)
{
    const bool light = kind == ThemeKind::Light;
    for (const auto& row : kTokens) {
        colors_[static_cast<int>(row.token)] = QColor::fromRgb(light ? row.light : row.dark);
    }
    for (const auto& row : light ? kLightLevels : kDarkLevels) {
        levels_[static_cast<int>(row.level)] = { QColor::fromRgb(row.fg), QColor::fromRgb(row.mark),
            QColor::fromRgb(row.edge), QColor::fromRgb(row.band), QColor::fromRgb(row.tint),
            QColor::fromRgb(row.fill), QColor::fromRgb(row.onFill) };
    }
}

const Theme& Theme::dark()
{
    static const Theme theme(ThemeKind::Dark);
    return theme;
}

const Theme& Theme::light()
{
    static const Theme theme(ThemeKind::Light);
    return theme;
}

QFont Theme::font(double pixelSize, int weight)
{
    QFont font;
    const bool display = pixelSize >= kDisplayFromPx;
    font.setFamilies({ display ? QStringLiteral("Inter Display") : QStringLiteral("Inter"),
        QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans") });
    font.setPixelSize(qMax(1, qRound(pixelSize)));
    font.setWeight(static_cast<QFont::Weight>(weight));
    if (pixelSize >= 24) {
        font.setLetterSpacing(QFont::PercentageSpacing, 98.5);
    }
    return font;
}

}  // namespace headroom::ui
