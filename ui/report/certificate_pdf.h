// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "ui/text/certification_display.h"

#include <QByteArray>
#include <QString>

namespace headroom::ui {

/// What a printed certificate says besides what the page shows.
struct CertificateReport {
    CertificationDisplay display;
    QString source;  ///< "local workload"
    QString feed;  ///< "embedded"
    SystemTime madeAt {};
    bool isSimulated = false;
};

/// The certificate as PDF: A4, the light theme whatever the screen has, texts that can be selected,
/// "1 of N" on every page, and SIMULATION on each where it is one. Main thread.
[[nodiscard]] QByteArray certificatePdf(const CertificateReport& report);

}  // namespace headroom::ui
