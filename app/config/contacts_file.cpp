// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config/contacts_file.h"

#include "app/config/owned_file.h"
#include "monitor_core/policy/escalation_json.h"

#include <string>
#include <system_error>

namespace headroom::app {

namespace {

Error fault(ErrorCode code, const std::filesystem::path& file, const std::string& why)
{
    return { code, why, file.string() };
}

Result<EscalationPolicy> read(const std::filesystem::path& file)
{
    FileRules rules;
    rules.danger = "have any program run";
    const auto text = readOwnedFile(file, rules);
    if (!text) {
        return text.error();
    }
    if (text->empty()) {
        return fault(ErrorCode::InvalidArgument, file,
            "is empty, as after a power cut; restore it, or remove it to go on without contacts");
    }
    if (text->find('\0') != std::string::npos) {
        return fault(ErrorCode::InvalidArgument, file, "is not a text file");
    }
    auto policy = escalationFromJson(*text);
    return policy
        ? policy
        : Result<EscalationPolicy>(fault(policy.error().code, file, policy.error().message));
}

}  // namespace

Result<EscalationPolicy> contactsOfState(const std::filesystem::path& stateDirectory)
{
    const auto file = stateDirectory / kContactsFile;
    // A link that points nowhere was meant to point somewhere.
    std::error_code ignored;
    const bool isMissing = std::filesystem::symlink_status(file, ignored).type()
        == std::filesystem::file_type::not_found;
    return isMissing ? certifiedEscalation() : read(file);
}

Result<EscalationPolicy> contactsFromFile(const std::filesystem::path& file) { return read(file); }

}  // namespace headroom::app
