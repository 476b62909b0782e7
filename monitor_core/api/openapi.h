// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/routes.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::api {

/// One of components/schemas: an object, its members in a line, "name:type" each, by blanks.
/// A type is string, time, date, integer, number, boolean, any, or the name of another schema;
/// [type] is a list, {type} an object with keys that somebody chose; a ? behind it also takes null.
/// A member whose name begins with ~ may be missing.
struct SchemaText {
    std::string_view name;
    std::string_view help;
    std::string_view members;
};

/// What is described; the bodies of /api/v1 all are.
std::span<const SchemaText> schemaTexts();

/// The OpenAPI 3.0.3 document of these rows. A schema that is named by a row and not described
/// above is an object of which nothing more is said.
std::string openApiDocument(std::span<const Route> routes, std::string_view version);

/// Adds GET /openapi.json, which describes all of `routes` and itself. Last.
void addOpenApi(std::vector<Route>& routes, std::string_view version);

}  // namespace headroom::api
