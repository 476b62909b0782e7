// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_book_state.h"

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

/// The text of rows is a list of netstrings (field_text.h) that begins with the version of the
/// format, now 1; fields come in the order of the structs. The rows:
///   book                     the time mark, counters, raises of the last day, the last clock
///   change alert/<TYPE>             a TypeRecord: the open alert and the last cleared one
///   outbox/<message id>      a message not known to be delivered
///   audit/<event sequence>   a step not known to be in the audit trail
StoredRow bookRow(const AlertBookState& state);
StoredRow typeRow(AlertType type, const TypeRecord& record);
StoredRow messageRow(const OutboxMessage& message);
StoredRow auditRow(std::uint64_t sequence, const AuditText& text);

std::string messageKey(const std::string& messageId);
std::string auditKey(std::uint64_t sequence);

/// The state that the rows hold. A row that does not read as what its key says is left out and
/// named in `problems`; everything else is used.
AlertBookState decodeState(const std::vector<StoredRow>& rows, std::vector<std::string>& problems);

}  // namespace headroom
