// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QImage>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace headroom::ui {

// What others see: Machado, Oliveira and Fernandes 2009, severity 1, on linear light; and a print
// without colours.

enum class Vision { Normal, Deuteranopia, Protanopia, Greyscale };

using Matrix3 = std::array<std::array<double, 3>, 3>;

inline const Matrix3& matrixOf(Vision vision)
{
    static const Matrix3 kMatrices[] = {
        { { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
        { { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
            { -0.011820, 0.042940, 0.968881 } } },
        { { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
            { -0.003882, -0.048116, 1.051998 } } },
        { { { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 } } }
    };
    return kMatrices[static_cast<int>(vision)];
}

inline double toLinear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
inline double fromLinear(double c)
{
    const double clipped = std::clamp(c, 0.0, 1.0);
    return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * std::pow(clipped, 1 / 2.4) - 0.055;
}

inline QColor seenBy(Vision vision, QColor color)
{
    const auto& m = matrixOf(vision);
    const double in[]
        = { toLinear(color.redF()), toLinear(color.greenF()), toLinear(color.blueF()) };
    double out[3];
    for (std::size_t i = 0; i < 3; ++i) {
        out[i] = fromLinear(m[i][0] * in[0] + m[i][1] * in[1] + m[i][2] * in[2]);
    }
    return QColor::fromRgbF(
        static_cast<float>(out[0]), static_cast<float>(out[1]), static_cast<float>(out[2]));
}

inline QImage seenBy(Vision vision, QImage image)
{
    image = image.convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, QRgb> known;  // a picture has few colours
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb color = image.pixel(x, y);
            auto found = known.constFind(color);
            if (found == known.constEnd()) {
                found = known.insert(color, seenBy(vision, QColor(color)).rgb());
            }
            image.setPixel(x, y, *found);
        }
    }
    return image;
}

struct Lab {
    double l;
    double a;
    double b;
};

inline Lab labOf(QColor color)
{
    const double r = toLinear(color.redF());
    const double g = toLinear(color.greenF());
    const double b = toLinear(color.blueF());
    const auto f
        = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

/// CIEDE2000: about 1 is the least that can be told apart side by side, 10 is seen at a glance.
inline double deltaE(QColor first, QColor second)
{
    constexpr double kPi = std::numbers::pi;
    const Lab p = labOf(first);
    const Lab q = labOf(second);
    const double c = (std::hypot(p.a, p.b) + std::hypot(q.a, q.b)) / 2;
    const double g = 0.5 * (1 - std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7))));
    const double a1 = (1 + g) * p.a;
    const double a2 = (1 + g) * q.a;
    const double c1 = std::hypot(a1, p.b);
    const double c2 = std::hypot(a2, q.b);
    const auto hue = [&](double b, double a) {
        const double h = a == 0 && b == 0 ? 0 : std::atan2(b, a);
        return h < 0 ? h + 2 * kPi : h;
    };
    const double h1 = hue(p.b, a1);
    const double h2 = hue(q.b, a2);
    double dh = h2 - h1;
    if (c1 * c2 == 0) {
        dh = 0;
    } else if (dh > kPi) {
        dh -= 2 * kPi;
    } else if (dh < -kPi) {
        dh += 2 * kPi;
    }
    const double dL = q.l - p.l;
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2);
    const double meanL = (p.l + q.l) / 2;
    const double meanC = (c1 + c2) / 2;
    double meanH = h1 + h2;
    if (c1 * c2 != 0) {
        meanH = std::abs(h1 - h2) <= kPi ? meanH / 2
            : meanH < 2 * kPi            ? (meanH + 2 * kPi) / 2
                                         : (meanH - 2 * kPi) / 2;
    }
    const auto degrees = [&](double d) { return d * kPi / 180; };
    const double t = 1 - 0.17 * std::cos(meanH - degrees(30)) + 0.24 * std::cos(2 * meanH)
        + 0.32 * std::cos(3 * meanH + degrees(6)) - 0.20 * std::cos(4 * meanH - degrees(63));
    const double turn = degrees(30) * std::exp(-std::pow((meanH * 180 / kPi - 275) / 25, 2));
    const double rc = 2 * std::sqrt(std::pow(meanC, 7) / (std::pow(meanC, 7) + std::pow(25.0, 7)));
    const double sl = 1 + 0.015 * std::pow(meanL - 50, 2) / std::sqrt(20 + std::pow(meanL - 50, 2));
    const double sc = 1 + 0.045 * meanC;
    const double sh = 1 + 0.015 * meanC * t;
    const double rt = -std::sin(2 * turn) * rc;
    return std::sqrt(std::pow(dL / sl, 2) + std::pow(dC / sc, 2) + std::pow(dH / sh, 2)
        + rt * dC / sc * dH / sh);
}

}  // namespace headroom::ui
