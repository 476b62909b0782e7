// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/storage_judge.h"

#include "monitor_core/policy/judging.h"

#include <cmath>

namespace headroom {

StorageVerdict StorageJudge::judge(const Reading* storage, double certifiedLimit, SteadyTime now)
{
    const double limit = storage != nullptr ? storage->limit.value_or(certifiedLimit) : 0;
    const bool isBelievable = storage != nullptr && limit > 0 && std::isfinite(storage->value)
        && now - storage->measuredAt < settings_.storageStaleAfter;
    if (!isBelievable) {
        return { isFull_ || settings_.failClosed, true };
    }
    const double bound = isFull_ ? settings_.resumeStorageBelow.value : settings_.haltAt.value;
    isFull_ = reaches(storage->value, bound, Side::AtLeast, Basis::OfLimit, limit);
    return { isFull_, false };
}

}  // namespace headroom
