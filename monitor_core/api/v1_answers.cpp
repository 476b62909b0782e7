// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/v1_answers.h"

#include "monitor_core/api/detail/json.h"
#include "monitor_core/monitor.h"

#include <utility>

namespace headroom::api {

namespace {

/// Who asks from outside learns nothing of the machine's folders.
std::string withoutPaths(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isAtStart = i == 0 || text[i - 1] == ' ' || text[i - 1] == '"'
            || text[i - 1] == '\'' || text[i - 1] == '(' || text[i - 1] == '=';
        if (text[i] == '/' && isAtStart && i + 1 < text.size() && text[i + 1] != ' ') {
            out += "(path)";
            i = text.find_first_of(" \"'),;:\n", i);
            if (i == std::string_view::npos) {
                break;
            }
        }
        out += text[i];
    }
    return out;
}

/// "thresholds.total_storage.red: must be …", a line each.
std::vector<FieldFault> faultsIn(std::string_view lines)
{
    std::vector<FieldFault> faults;
    while (!lines.empty()) {
        const auto line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        const auto colon = line.find(": ");
        const bool hasPath = colon != std::string_view::npos
            && line.substr(0, colon).find(' ') == std::string_view::npos;
        FieldFault fault { { "body" }, std::string(line), "value_error" };
        if (hasPath) {
            fault.loc.emplace_back(line.substr(0, colon));
            fault.msg = line.substr(colon + 2);
        }
        faults.push_back(std::move(fault));
    }
    return faults;
}

}  // namespace

Response tryLater(std::string_view why)
{
    Response response = errorResponse(503, why);
    response.headers.emplace_back("Retry-After", "1");
    return response;
}

Response errorOf(const Error& error)
{
    const std::string message = withoutPaths(error.message);
    switch (error.code) {
    case ErrorCode::InvalidArgument:
        return faultsResponse(faultsIn(message));
    case ErrorCode::NotFound:
        return errorResponse(404, message);
    case ErrorCode::Conflict:
        return errorResponse(409, message);
    case ErrorCode::Refused:
    case ErrorCode::Unsupported:
        return errorResponse(400, message);
    case ErrorCode::Unavailable:
    case ErrorCode::Io:
    case ErrorCode::NoSpace:
    case ErrorCode::Damaged:
        break;
    }
    return tryLater(message);
}

std::string actorOf(const Caller& caller, const std::optional<std::string>& by)
{
    return by && !by->empty() ? *by + " (" + caller.name + ")" : caller.name;
}

std::optional<std::string> readBy(JsonBody& body)
{
    auto by = body.text("by", kName);
    // So that nobody writes another token's name behind theirs.
    if (by && by->find_first_of("()") != std::string::npos) {
        body.addFault("by", "not_a_name", "must have no parentheses");
        by.reset();
    }
    return by;
}

void submitLater(
    const ApiContext& context, Command command, const Reply& reply, std::function<Response()> done)
{
    const bool isTaken
        = context.later([&context, command = std::move(command), reply, done = std::move(done)] {
              const auto outcome = context.monitor.submit(command);
              if (!outcome) {
                  return reply(errorOf(outcome.error()));
              }
              reply(done ? done() : doneResponse(command.actor));
          });
    if (!isTaken) {
        reply(tryLater("too many commands wait"));
    }
}

Response doneResponse(const std::string& actor)
{
    return jsonResponse(200, json::object { { "done", true }, { "actor", actor } });
}

RecordsQuery* queryOr400(const ApiContext& context, const Reply& reply)
{
    RecordsQuery* query = context.monitor.query();
    if (query == nullptr) {
        reply(errorOf({ ErrorCode::Unsupported, "nothing is kept here", {} }));
    }
    return query;
}

}  // namespace headroom::api
