// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/certification_model.h"

#include <QByteArray>

namespace headroom::ui {

/// The seven limits as CSV, a row each, in the order of the certificate: what was certified, what
/// is in force, what was observed in 30 days and how it stands. What was not observed is empty.
[[nodiscard]] QByteArray certificationCsv(
    const CertificationData& data, const Snapshot* snapshot, bool isSimulated);

}  // namespace headroom::ui
