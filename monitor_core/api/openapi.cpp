// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/openapi.h"

#include "monitor_core/api/detail/json.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <utility>

namespace headroom::api {

namespace {

json::object refTo(std::string_view schema)
{
    return { { "$ref", "#/components/schemas/" + std::string(schema) } };
}

json::object typeSchema(std::string_view type)
{
    if (type.ends_with('?')) {
        type.remove_suffix(1);
        auto schema = typeSchema(type);
        if (schema.contains("$ref")) {
            // In 3.0 nothing may stand beside a $ref.
            schema = { { "allOf", json::array { std::move(schema) } } };
        }
        schema["nullable"] = true;
        return schema;
    }
    if (type.starts_with('[')) {
        return { { "type", "array" }, { "items", typeSchema(type.substr(1, type.size() - 2)) } };
    }
    if (type.starts_with('{')) {
        return { { "type", "object" },
            { "additionalProperties", typeSchema(type.substr(1, type.size() - 2)) } };
    }
    if (type == "time" || type == "date") {
        return { { "type", "string" }, { "format", type == "time" ? "date-time" : "date" } };
    }
    if (type == "any") {
        return {};
    }
    if (type == "integer") {
        return { { "type", "integer" }, { "format", "int64" } };
    }
    if (type == "string" || type == "number" || type == "boolean") {
        return { { "type", type } };
    }
    return refTo(type);
}

json::object schemaOf(const SchemaText& text)
{
    json::object properties;
    json::array required;
    std::string_view rest = text.members;
    while (!rest.empty()) {
        auto member = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), member.size() + 1));
        const bool isOptional = member.starts_with('~');
        member.remove_prefix(isOptional ? 1 : 0);
        const auto colon = member.find(':');
        const auto name = member.substr(0, colon);
        properties[name] = typeSchema(member.substr(colon + 1));
        if (!isOptional) {
            required.emplace_back(name);
        }
    }
    json::object schema { { "type", "object" }, { "properties", std::move(properties) } };
    if (!text.help.empty()) {
        schema["description"] = text.help;
    }
    if (!required.empty()) {
        schema["required"] = std::move(required);
    }
    return schema;
}

json::object schemasFor(std::span<const Route> routes)
{
    json::object schemas;
    for (const auto& text : schemaTexts()) {
        schemas[text.name] = schemaOf(text);
    }
    for (const auto& route : routes) {
        for (const auto name : { route.requestSchema, route.responseSchema }) {
            if (!name.empty() && !schemas.contains(name)) {
                schemas[name] = json::object { { "type", "object" } };
            }
        }
    }
    return schemas;
}

/// "GET /api/v1/alerts/{id}/shelve" → "get_api_v1_alerts_id_shelve".
std::string operationId(const Route& route)
{
    std::string id(toString(route.method));
    id += route.pattern;
    std::string out;
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) {
            out += static_cast<char>(std::tolower(byte));
        } else if (!out.empty() && out.back() != '_') {
            out += '_';
        }
    }
    while (out.ends_with('_')) {
        out.pop_back();
    }
    return out;
}

json::array parametersOf(const Route& route)
{
    json::array list;
    for (const auto& parameter : route.parameters) {
        json::object entry { { "name", parameter.name }, { "in", parameter.in },
            { "required", parameter.isRequired || parameter.in == "path" },
            { "schema", typeSchema(parameter.type) } };
        if (!parameter.help.empty()) {
            entry["description"] = parameter.help;
        }
        list.push_back(std::move(entry));
    }
    return list;
}

json::object contentOf(std::string_view type, std::string_view schema)
{
    return { { type, json::object { { "schema", refTo(schema) } } } };
}

json::object responsesOf(const Route& route)
{
    json::object good { { "description", "Done" } };
    if (!route.responseSchema.empty()) {
        good["content"] = contentOf(
            route.isEventStream ? "text/event-stream" : "application/json", route.responseSchema);
    }
    return { { "2XX", std::move(good) },
        { "default",
            json::object { { "description", "Refused" },
                { "content", contentOf("application/json", "Error") } } } };
}

json::object operationOf(const Route& route)
{
    json::object operation { { "operationId", operationId(route) }, { "summary", route.summary },
        { "description", "Role: " + std::string(toString(route.role)) + "." },
        { "responses", responsesOf(route) } };
    if (!route.parameters.empty()) {
        operation["parameters"] = parametersOf(route);
    }
    if (!route.requestSchema.empty()) {
        operation["requestBody"]
            = json::object { { "content", contentOf("application/json", route.requestSchema) } };
    }
    if (route.role == Role::Nobody) {
        operation["security"] = json::array();
    }
    return operation;
}

}  // namespace

std::string openApiDocument(std::span<const Route> routes, std::string_view version)
{
    json::object paths;
    for (const auto& route : routes) {
        std::string method(toString(route.method));
        std::ranges::transform(method, method.begin(),
            [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        auto& path = paths[route.pattern];
        if (!path.is_object()) {
            path = json::object();
        }
        path.get_object()[method] = operationOf(route);
    }
    const json::object bearer { { "type", "http" }, { "scheme", "bearer" } };
    return serialised(json::object { { "openapi", "3.0.3" },
        { "info",
            json::object { { "title", "Headroom" }, { "version", version },
                { "description", "How much headroom a depository has left." } } },
        { "paths", std::move(paths) },
        { "components",
            json::object { { "schemas", schemasFor(routes) },
                { "securitySchemes", json::object { { "token", bearer } } } } },
        // Loopback may be open: then no token is needed.
        { "security",
            json::array { json::object { { "token", json::array() } }, json::object() } } });
}

void addOpenApi(std::vector<Route>& routes, std::string_view version)
{
    const auto body = std::make_shared<std::shared_ptr<const std::string>>();
    routes.push_back({ Method::Get, "/openapi.json", Role::Read,
        [body](const Request&, const Reply& reply) {
            Response response;
            response.body = *body;
            reply(std::move(response));
        },
        "This document", {}, "", "" });
    *body = std::make_shared<const std::string>(openApiDocument(routes, version));
}

}  // namespace headroom::api
