// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/api_context.h"
#include "monitor_core/api/http_message.h"
#include "monitor_core/api/json_body.h"
#include "monitor_core/base/result.h"
#include "monitor_core/commands.h"

#include <functional>
#include <string>
#include <string_view>

namespace headroom {
class RecordsQuery;
}

namespace headroom::api {

/// The contract's error for what the core refused: 422 for InvalidArgument (a fault a line), 404,
/// 409, 400 for what a rule forbids or this service cannot do, 503 with Retry-After for the rest.
/// Paths of files in the message are left out.
Response errorOf(const Error& error);

/// 503 with Retry-After.
Response tryLater(std::string_view why);

/// Who is written down for what is done: the token's name, and in front of it the person that the
/// caller names: "Ada (wall)".
std::string actorOf(const Caller& caller, const std::optional<std::string>& by);

/// The `by` of a command's body.
std::optional<std::string> readBy(JsonBody& body);

/// Submits on the worker thread and answers: `done` makes the answer of success.
void submitLater(const ApiContext& context, Command command, const Reply& reply,
    std::function<Response()> done = {});

/// {"done": true, "actor": …}
Response doneResponse(const std::string& actor);

/// What was; null after it has answered that nothing is kept here.
RecordsQuery* queryOr400(const ApiContext& context, const Reply& reply);

}  // namespace headroom::api
