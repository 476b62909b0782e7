// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace headroom {

/// While it lives, the rights of a file hold for this thread, and for those that it starts, even if
/// the tests run as root. Tests take a right away with permissions() of the file itself.
class WithoutRootRights {
public:
    WithoutRootRights()
    {
        if (::syscall(SYS_capget, &header_, before_.data()) != 0) {
            throw std::runtime_error("cannot ask for the rights of this thread");
        }
        auto fewer = before_;
        for (const unsigned right : { CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH }) {
            fewer[CAP_TO_INDEX(right)].effective &= ~CAP_TO_MASK(right);
        }
        set(fewer);
    }
    ~WithoutRootRights() { ::syscall(SYS_capset, &header_, before_.data()); }
    WithoutRootRights(const WithoutRootRights&) = delete;
    WithoutRootRights& operator=(const WithoutRootRights&) = delete;

private:
    using Rights = std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3>;

    void set(const Rights& rights)
    {
        if (::syscall(SYS_capset, &header_, rights.data()) != 0) {
            throw std::runtime_error("cannot give up the rights of root");
        }
    }

    __user_cap_header_struct header_ { _LINUX_CAPABILITY_VERSION_3, 0 };
    Rights before_ {};
};

}  // namespace headroom
