// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/escalation_json.h"

#include "monitor_core/policy/detail/contact_text.h"
#include "monitor_core/policy/detail/json_document.h"
#include "monitor_core/policy/detail/json_object_reader.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace headroom {

namespace {

constexpr std::size_t kMostContacts = 200;
constexpr std::size_t kMostPeople = 50;
constexpr std::size_t kMostMembers = 50;
constexpr std::size_t kMostArguments = 64;
constexpr std::size_t kMostRows = 64;
constexpr NumberRule kSecondsToRespond { 0, 7.0 * 24 * 3600, true, false };
constexpr auto kNobody = "NONE";

std::optional<AlertType> typeNamed(std::string_view word)
{
    for (std::size_t i = 0; i < kAlertTypeCount; ++i) {
        if (toString(static_cast<AlertType>(i)) == word) {
            return static_cast<AlertType>(i);
        }
    }
    return std::nullopt;
}

std::optional<Trigger> triggerNamed(std::string_view word)
{
    static constexpr std::pair<std::string_view, Trigger> kWords[]
        = { { "YELLOW", Trigger::Yellow }, { "ORANGE", Trigger::Orange }, { "RED", Trigger::Red } };
    for (const auto& [name, trigger] : kWords) {
        if (name == word) {
            return trigger;
        }
    }
    return std::nullopt;
}

std::string typeWords()
{
    std::string words;
    for (std::size_t i = 0; i < kAlertTypeCount; ++i) {
        words += (i == 0 ? "" : ", ") + std::string(toString(static_cast<AlertType>(i)));
    }
    return words;
}

/// Lays what a text says over the certified escalation and gathers what is wrong with it.
class EscalationReader {
public:
    void read(const boost::json::value& root)
    {
        JsonObjectReader top(faults_, "", &root);
        top.number("format", { 1, 1, true, false });
        top.allow({ "contacts", "escalation" });
        if (top.has("contacts")) {
            readContacts(top.object("contacts"));
        }
        if (top.has("escalation")) {
            for (auto& row : top.objects("escalation", kMostRows)) {
                readRow(row);
            }
        }
        top.refuseOthers();
    }
    [[nodiscard]] const EscalationPolicy& policy() const { return policy_; }
    Faults& faults() { return faults_; }

private:
    void readContacts(JsonObjectReader reader)
    {
        const auto names = reader.keys();
        if (names.size() > kMostContacts) {
            faults_.add(reader.path(),
                "must have at most " + std::to_string(kMostContacts) + " contacts, has "
                    + std::to_string(names.size()));
            return;
        }
        for (const auto& name : names) {
            auto contact = reader.object(name);
            if (!isContactName(name)) {
                faults_.add(contact.path(), std::string("must be ") + kContactNameIs);
                continue;
            }
            if (name == kNobody) {
                faults_.add(contact.path(), "is the word for nobody; choose another name");
                continue;
            }
            readContact(contact, policy_.contacts[name]);
        }
    }

    static void readContact(JsonObjectReader& reader, Contact& contact)
    {
        reader.allow({ "people", "email", "webhook_url", "command", "members" });
        if (reader.has("people")) {
            contact.people = reader.texts("people", { isPlainLine, kPlainLineIs }, kMostPeople);
        }
        if (reader.has("email")) {
            contact.email = reader.text("email", { isMailAddress, kMailAddressIs });
        }
        if (reader.has("webhook_url")) {
            contact.webhookUrl = reader.text("webhook_url", { isWebhookUrl, kWebhookUrlIs, true });
        }
        if (reader.has("command")) {
            readCommand(reader, contact);
        }
        if (reader.has("members")) {
            contact.members
                = reader.texts("members", { isContactName, kContactNameIs }, kMostMembers);
        }
        reader.refuseOthers();
    }

    static void readCommand(JsonObjectReader& reader, Contact& contact)
    {
        contact.command = reader.texts("command", { isArgument, kArgumentIs }, kMostArguments);
        if (!contact.command.empty() && !isProgram(contact.command.front())) {
            reader.refuse("command[0]", kProgramIs);
        }
    }

    void readRow(JsonObjectReader& reader)
    {
        const std::size_t faultsBefore = faults_.count();
        static const std::string kTypeIs = "one of " + typeWords();
        const auto type = typeNamed(reader.text("type",
            { [](std::string_view word) { return typeNamed(word).has_value(); }, kTypeIs }));
        const auto when = triggerNamed(reader.text("when",
            { [](std::string_view word) { return triggerNamed(word).has_value(); },
                "one of YELLOW, ORANGE, RED" }));
        EscalationRow row;
        row.isHouseDefault = true;
        row.to = reader.text("to", { isContactName, kContactNameIs });
        if (row.to != kNobody) {
            row.respondWithin = std::chrono::seconds(static_cast<std::int64_t>(
                reader.number("respond_within_seconds", kSecondsToRespond)));
        }
        reader.refuseOthers();
        if (faults_.count() == faultsBefore && type && when) {
            row.type = *type;
            row.when = *when;
            putRow(row, reader.path());
        }
    }

    void putRow(const EscalationRow& row, const std::string& path)
    {
        if (!seen_.emplace(row.type, row.when).second) {
            faults_.add(path, "is the second row for this type and level; keep one");
            return;
        }
        if (row.to != kNobody && policy_.contacts.count(row.to) == 0) {
            faults_.add(path + ".to", "contact " + row.to + " is not described under contacts");
            return;
        }
        auto& matrix = policy_.matrix;
        const auto found = std::find_if(matrix.begin(), matrix.end(),
            [&](const auto& other) { return other.type == row.type && other.when == row.when; });
        if (found != matrix.end() && !found->isHouseDefault) {
            if (found->to != row.to || found->respondWithin != row.respondWithin) {
                faults_.add(path,
                    "is certified: " + found->to + " within "
                        + responseTimeline(found->respondWithin) + "; leave the row out");
            }
            return;
        }
        if (found != matrix.end()) {
            matrix.erase(found);
        }
        if (row.to != kNobody) {
            matrix.push_back(row);
        }
    }

    EscalationPolicy policy_ = certifiedEscalation();
    std::set<std::pair<AlertType, Trigger>> seen_;
    Faults faults_;
};

}  // namespace

Result<EscalationPolicy> escalationFromJson(std::string_view text)
{
    const std::string what = "contacts file";
    Faults duplicates;
    const auto root = parseDocument(text, what, duplicates);
    if (!root) {
        return root.error();
    }
    EscalationReader reader;
    reader.read(*root);
    auto& faults = reader.faults();
    faults.add(duplicates);
    if (faults.count() == 0) {
        // What only the whole can tell: members that nobody described, groups within themselves.
        for (const auto& fault : faultsOf(reader.policy())) {
            faults.add({}, fault);
        }
    }
    if (faults.count() > 0) {
        return documentError(what, faults.text());
    }
    return reader.policy();
}

}  // namespace headroom
