// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json/value.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace headroom {

/// Everything that is wrong with one text, in the order in which it was found.
class Faults {
public:
    void add(const std::string& path, const std::string& what);
    void add(const Faults& others);
    [[nodiscard]] std::size_t count() const { return lines_.size() + more_; }
    /// One fault a line; after the first fifty only their number.
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::string> lines_;
    std::size_t more_ = 0;
};

/// The range of one number and what it is called when it is refused.
struct NumberRule {
    double least = 0;
    double most = 0;
    bool whole = false;
    bool millionths = false;  ///< at most six decimals, so that shares compare exactly
};

/// What one text must be like, and what that is called when it is refused.
struct TextRule {
    bool (*fits)(std::string_view text) = nullptr;
    std::string what;  ///< "a name of 1 to 64 letters"
    bool isSecret = false;  ///< a refusal does not repeat it
};

/// Reads one JSON object strictly: what is missing, of the wrong type or out of range is a fault,
/// and so is every key that nobody asked for. Used in .cpp files only.
class JsonObjectReader {
public:
    /// `value` may be null: then it was reported already and every read is silent.
    JsonObjectReader(Faults& faults, std::string path, const boost::json::value* value);

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] bool isReadable() const { return object_ != nullptr; }

    /// A key that is needed. After a fault the answer is of no use; a number's is `rule.most`.
    double number(const std::string& key, const NumberRule& rule);
    bool flag(const std::string& key);
    JsonObjectReader object(const std::string& key);
    std::string text(const std::string& key, const TextRule& rule);
    /// A list of texts, each by the rule, at most so many.
    std::vector<std::string> texts(const std::string& key, const TextRule& rule, std::size_t most);
    /// A list of objects, "rows[0]", "rows[1]" ….
    std::vector<JsonObjectReader> objects(const std::string& key, std::size_t most);
    /// Every key, for an object whose keys are names that somebody chose.
    [[nodiscard]] std::vector<std::string> keys() const;

    /// Keys that may be left out: a call above reads one that is there.
    void allow(std::initializer_list<const char*> keys);
    void refuse(const std::string& key, const std::string& why);
    /// Reports every key that none of the calls above named.
    void refuseOthers();

private:
    const boost::json::value* need(const std::string& key);
    void know(const std::string& key);
    [[nodiscard]] std::string pathOf(const std::string& key) const;
    const boost::json::array* needList(const std::string& key, std::size_t most);
    void refuseNumber(const std::string& key, const NumberRule& rule, const std::string& found);

    Faults* faults_;
    std::string path_;
    const boost::json::object* object_ = nullptr;
    std::vector<std::string> known_;
};

/// "0.7", "1073741824000": exact, never with an exponent.
std::string numberText(double value);

}  // namespace headroom
