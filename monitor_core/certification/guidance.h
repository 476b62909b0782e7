// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace headroom {

// What was certified beside the limits (contract §4 and §5, 10 – 14), in words for people: the same
// for the service and for screens. Values; compiled in like the certificate.

/// Something that the depository does not do at scale, and what to do instead.
struct NotScaling {
    std::string_view operation;
    std::string_view reason;
    std::string_view workaround;
};

/// Something that nobody may take for granted.
struct NeverAssume {
    std::string_view assumption;
    std::string_view reality;
    std::string_view requirement;  ///< what follows from it for callers
};

/// What happens when a limit is reached.
struct Degradation {
    std::string_view when;
    std::string_view response;
    std::string_view endsWhen;
};

const std::array<NotScaling, 5>& whatDoesNotScale() noexcept;
const std::array<NeverAssume, 5>& whatNeverToAssume() noexcept;
const std::array<Degradation, 4>& howItDegrades() noexcept;

}  // namespace headroom
