// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headroom::app {

/// What `headroomd` exits with. 0 and 1 are answers, the others are those of sysexits.h.
enum ExitCode : int {
    kExitWhole = 0,
    kExitBroken = 1,  ///< the trail is not what was written
    kExitUsage = 64,  ///< the command line is wrong
    kExitNoInput = 66,  ///< there is no trail there
    kExitSoftware = 70,  ///< our own fault
    kExitIo = 74,  ///< something could not be read or written
    kExitInUse = 75,  ///< the state folder or the port is another's; later it may work
    kExitConfig = 78,  ///< what was asked for cannot be; starting again will not help
};

}  // namespace headroom::app
