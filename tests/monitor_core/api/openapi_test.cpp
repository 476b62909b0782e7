// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/openapi.h"
#include "monitor_core/base/utc_text.h"
#include "tests/monitor_core/api/v1_fixture.h"

#include <map>
#include <set>

namespace headroom::api {
namespace {

namespace json = boost::json;

/// What of JSON Schema the document uses: whether a value fits, and where it does not.
class SchemaCheck {
public:
    explicit SchemaCheck(const json::value& document)
        : schemas_(document.at("components").at("schemas").as_object())
    {
    }

    std::vector<std::string> faults(const json::value& value, std::string_view schema)
    {
        faults_.clear();
        check(value, schemas_.at(schema), std::string(schema));
        return faults_;
    }

private:
    void check(const json::value& value, const json::value& schema, const std::string& where)
    {
        const auto& rules = schema.as_object();
        if (const auto* ref = rules.if_contains("$ref")) {
            constexpr std::string_view kPrefix = "#/components/schemas/";
            std::string_view name = ref->as_string();
            name.remove_prefix(kPrefix.size());
            return check(value, schemas_.at(name), where);
        }
        if (value.is_null() && rules.contains("nullable")) {
            return;
        }
        if (const auto* all = rules.if_contains("allOf")) {
            return check(value, all->as_array()[0], where);
        }
        if (const auto* type = rules.if_contains("type")) {
            checkType(value, type->as_string(), rules, where);
        }
    }

    void checkType(const json::value& value, std::string_view type, const json::object& rules,
        const std::string& where)
    {
        const bool fits = (type == "object" && value.is_object())
            || (type == "array" && value.is_array()) || (type == "string" && value.is_string())
            || (type == "boolean" && value.is_bool()) || (type == "number" && value.is_number())
            || (type == "integer" && (value.is_int64() || value.is_uint64()));
        if (!fits) {
            faults_.push_back(
                where + " is no " + std::string(type) + ": " + json::serialize(value));
            return;
        }
        if (value.is_array()) {
            for (const auto& element : value.get_array()) {
                check(element, rules.at("items"), where + "[]");
            }
        } else if (value.is_object()) {
            checkObject(value.get_object(), rules, where);
        } else if (value.is_string() && rules.contains("format")) {
            checkTime(value.get_string(), rules.at("format").as_string(), where);
        }
    }

    void checkTime(std::string_view text, std::string_view format, const std::string& where)
    {
        const bool fits
            = format == "date" ? parseDateText(text).has_value() : parseUtcText(text).has_value();
        if (!fits) {
            faults_.push_back(where + " is no " + std::string(format));
        }
    }

    void checkObject(
        const json::object& object, const json::object& rules, const std::string& where)
    {
        if (const auto* others = rules.if_contains("additionalProperties")) {
            for (const auto& pair : object) {
                check(pair.value(), *others, where + "." + std::string(pair.key()));
            }
            return;
        }
        const auto& properties = rules.at("properties").as_object();
        for (const auto& pair : object) {
            const std::string name = where + "." + std::string(pair.key());
            if (const auto* property = properties.if_contains(pair.key())) {
                check(pair.value(), *property, name);
            } else {
                faults_.push_back(name + " is not described");
            }
        }
        if (const auto* required = rules.if_contains("required")) {
            for (const auto& name : required->as_array()) {
                if (!object.contains(name.as_string())) {
                    faults_.push_back(where + " has no " + std::string(name.as_string()));
                }
            }
        }
    }

    const json::object& schemas_;
    std::vector<std::string> faults_;
};

class OpenApiTest : public V1Fixture {
protected:
    json::value document() { return get("/openapi.json"); }

    static void collectRefs(const json::value& value, std::set<std::string>& refs)
    {
        if (const auto* object = value.if_object()) {
            for (const auto& pair : *object) {
                if (pair.key() == "$ref") {
                    refs.emplace(pair.value().as_string());
                } else {
                    collectRefs(pair.value(), refs);
                }
            }
        } else if (const auto* array = value.if_array()) {
            for (const auto& element : *array) {
                collectRefs(element, refs);
            }
        }
    }
};

TEST_F(OpenApiTest, everyRowIsInTheDocumentAndTheDocumentHasNothingElse)
{
    const auto paths = document().at("paths");
    std::size_t operations = 0;
    for (const auto& path : paths.as_object()) {
        operations += path.value().as_object().size();
    }
    EXPECT_EQ(operations, routes->routes().size());
    std::set<std::string> ids;
    for (const auto& route : routes->routes()) {
        std::string method(toString(route.method));
        std::ranges::transform(method, method.begin(),
            [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
        const auto* path = paths.as_object().if_contains(route.pattern);
        ASSERT_NE(path, nullptr) << route.pattern;
        const auto* operation = path->as_object().if_contains(method);
        ASSERT_NE(operation, nullptr) << method << ' ' << route.pattern;
        EXPECT_EQ(operation->at("summary").as_string(), route.summary);
        EXPECT_FALSE(route.summary.empty()) << route.pattern;
        EXPECT_TRUE(ids.emplace(operation->at("operationId").as_string()).second)
            << operation->at("operationId");
    }
}

TEST_F(OpenApiTest, everyPartOfAPathIsAParameter)
{
    for (const auto& route : routes->routes()) {
        std::set<std::string> named;
        for (const auto& parameter : route.parameters) {
            if (parameter.in == "path") {
                named.insert("{" + std::string(parameter.name) + "}");
            }
        }
        std::set<std::string> inPattern;
        for (std::size_t at = 0; (at = route.pattern.find('{', at)) != std::string_view::npos;
             ++at) {
            inPattern.emplace(route.pattern.substr(at, route.pattern.find('}', at) - at + 1));
        }
        EXPECT_EQ(named, inPattern) << route.pattern;
    }
}

TEST_F(OpenApiTest, everyReferenceLeadsSomewhereAndEverySchemaIsUsed)
{
    const auto json = document();
    std::set<std::string> refs;
    collectRefs(json, refs);
    const auto& schemas = json.at("components").at("schemas").as_object();
    for (const auto& ref : refs) {
        EXPECT_TRUE(schemas.contains(ref.substr(ref.rfind('/') + 1))) << ref;
    }
    for (const auto& pair : schemas) {
        EXPECT_TRUE(refs.contains("#/components/schemas/" + std::string(pair.key()))) << pair.key();
    }
}

TEST_F(OpenApiTest, everyBodyOfOursIsDescribed)
{
    std::set<std::string_view> described;
    for (const auto& schema : schemaTexts()) {
        EXPECT_TRUE(described.insert(schema.name).second) << schema.name;
    }
    for (const auto& route : routes->routes()) {
        for (const auto name : { route.requestSchema, route.responseSchema }) {
            EXPECT_TRUE(name.empty() || described.contains(name)) << name;
        }
        EXPECT_EQ(route.requestSchema.empty(), route.bodyLimit == 0) << route.pattern;
    }
}

TEST_F(OpenApiTest, answersOfEveryGetAreAsDescribed)
{
    tell(R"({"used_bytes":1000,"capacity_bytes":1000,"latencies_ms":[6000],"artifact_count":3})");
    tick();
    ASSERT_TRUE(waitUntil([this] { return !storage->alerts()->open.empty(); }));
    const auto id = storage->alerts()->open.front().id;
    ASSERT_EQ(ask(Method::Post, "/api/v1/alerts/" + id + "/acknowledge").status, 200);
    ASSERT_EQ(ask(Method::Post, "/api/v1/alerts/" + id + "/shelve",
                  R"({"duration_seconds":60,"reason":"x"})")
                  .status,
        200);
    ASSERT_EQ(ask(Method::Post, "/api/v1/certification/reviews",
                  R"({"reviewer":"Ada","meaning":"owner","is_approved":false})")
                  .status,
        200);
    for (int i = 0; i < 20; ++i) {
        tick(1s);
    }
    const std::map<std::string, std::string> questions {
        { "/api/v1/history", "/api/v1/history?metric=total_storage,query_latency" },
    };
    const auto description = document();
    SchemaCheck check(description);
    int checked = 0;
    for (const auto& route : routes->routes()) {
        const std::string pattern(route.pattern);
        if (route.method != Method::Get || route.isEventStream || route.responseSchema.empty()) {
            continue;
        }
        const auto question = questions.find(pattern);
        const auto answer = get(question == questions.end() ? pattern : question->second);
        for (const auto& fault : check.faults(answer, route.responseSchema)) {
            ADD_FAILURE() << pattern << ": " << fault;
        }
        ++checked;
    }
    EXPECT_GE(checked, 11);
    EXPECT_FALSE(get("/api/v1/history?metric=total_storage")
                     .at("series")
                     .as_array()[0]
                     .at("points")
                     .as_array()
                     .empty());
}

TEST_F(OpenApiTest, answersOfWhatChangesThingsAreAsDescribed)
{
    const auto description = document();
    SchemaCheck check(description);
    const auto begun
        = jsonOf(ask(Method::Post, "/api/v1/operations", R"({"kind":"read","product":"search"})"));
    EXPECT_EQ(check.faults(begun, "Operation"), std::vector<std::string>());
    const auto ended = jsonOf(
        ask(Method::Delete, "/api/v1/operations/" + std::string(begun.at("id").as_string())));
    EXPECT_EQ(check.faults(ended, "OperationEnded"), std::vector<std::string>());
    const auto told = jsonOf(ask(Method::Post, "/api/v1/observations", R"({"latencies_ms":[1]})"));
    EXPECT_EQ(check.faults(told, "ObservationFate"), std::vector<std::string>());
    const auto refused = jsonOf(ask(Method::Post, "/api/v1/observations", "{}"));
    EXPECT_EQ(check.faults(refused, "Error"), std::vector<std::string>());
}

TEST_F(OpenApiTest, theCheckItselfFindsWhatIsWrong)
{
    const auto description = document();
    SchemaCheck check(description);
    EXPECT_EQ(check.faults(json::parse(R"({"alerts":5})"), "Alerts").size(), 1U);
    EXPECT_EQ(check.faults(json::parse(R"({})"), "Alerts").size(), 1U);
    EXPECT_EQ(check.faults(json::parse(R"({"alerts":null,"more":1})"), "Alerts").size(), 1U);
    EXPECT_EQ(check.faults(json::parse(R"({"alerts":null})"), "Alerts").size(), 0U);
    EXPECT_EQ(
        check.faults(json::parse(R"({"by":"a","note":"b","at":"now"})"), "Acknowledged").size(),
        1U);
}

}  // namespace
}  // namespace headroom::api
