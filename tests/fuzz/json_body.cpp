// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/api/json_body.h"

#include "monitor_core/api/utf8_text.h"
#include "tests/fuzz/targets.h"

#include <cmath>

namespace headroom::fuzz {

namespace {

using namespace headroom::api;

void checkRefusal(const Response& refusal)
{
    const int status = refusal.status;
    promise(status == 400 || status == 413 || status == 415 || status == 422,
        "a refusal has one of its statuses");
    promise(refusal.body && refusal.body->starts_with("{\"detail\":"), "it has the errors' shape");
    promise(refusal.body->size() <= 512, "it is short");
    promise(isUtf8(*refusal.body), "it is text");
}

void readAll(const Request& request, UnknownKeys unknown)
{
    constexpr NumberRange kRange { 0, 3'600'000 };
    JsonBody body(request, unknown);
    const auto number = body.number("latency_ms", kRange);
    const auto whole = body.integer("size_bytes", { 0, std::int64_t { 1 } << 53 });
    const auto text = body.text("note", kNote);
    const auto name = body.text("name", kName);
    const auto kind = body.choice("kind", { "write", "read" });
    const auto numbers = body.numbers("latencies_ms", kRange);
    static_cast<void>(body.time("at"));
    static_cast<void>(body.flag("flag"));
    static_cast<void>(body.object("policy"));
    body.need({ "kind" });
    if (const auto refusal = body.refusal()) {
        checkRefusal(*refusal);
        return;
    }
    promise(kind == "write" || kind == "read", "a choice is one of its words");
    promise(!number || (std::isfinite(*number) && *number >= 0 && *number <= kRange.most),
        "a number is in its range");
    promise(!whole || (*whole >= 0 && *whole <= std::int64_t { 1 } << 53), "so is a whole one");
    promise(numbers.size() <= 1000, "a list is bounded");
    for (const double one : numbers) {
        promise(std::isfinite(one) && one >= 0 && one <= kRange.most, "and all of it in its range");
    }
    promise(!text
            || (isUtf8(*text) && text->size() <= kNote.most
                && text->find('\0') == std::string::npos),
        "a text is text");
    promise(!name
            || (name->find('\n') == std::string::npos && !name->empty()
                && name->size() <= kName.most),
        "a name is a line");
}

void run(std::string_view bytes)
{
    Request request;
    request.body = bytes.substr(0, 64 * 1024);
    request.contentType = "application/json";
    readAll(request, UnknownKeys::Refuse);
    readAll(request, UnknownKeys::Ignore);
}

std::vector<std::string> seeds()
{
    return { R"({"kind":"write","size_bytes":1024,"note":"a\u0041 \"b\"","name":"x"})",
        R"({"kind":"read","latencies_ms":[1,2.5,-0,1e-999],"at":"2026-08-03T10:03:58.000Z"})",
        R"({"kind":"write","latency_ms":1e999})", R"({"kind":"write","kind":"read"})",
        R"({"kind":"write","size_bytes":9007199254740993,"flag":true,"policy":{"a":[{}]}})",
        R"({"kind":"write","note":"\ud800"})", "{}", "", "[1]", "null", "\xEF\xBB\xBF{}",
        "{\"kind\":\"write\"} x", "{\"note\":\"\xC0\x80\"}",
        "{\"a\":" + std::string(40, '[') + std::string(40, ']') + "}",
        "{\"kind\":\"write\",\"latency_ms\":" + std::string(400, '9') + "}" };
}

}  // namespace

const Target kJsonBody { "json_body", run, seeds };

}  // namespace headroom::fuzz
