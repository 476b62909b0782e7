// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace headroom::ui {

/// When something came, by this machine's clocks. Ages count from here, whatever the sender's clock
/// says.
struct ReceivedAt {
    SteadyTime steady {};
    SystemTime utc {};
};

/// The first thing that was wrong with a document; later ones would only repeat it.
class JsonFault {
public:
    void note(const QString& what);
    [[nodiscard]] bool isThere() const { return !text_.isEmpty(); }
    /// Damaged, "sends unreadable data: metrics.total_storage.limit is missing".
    [[nodiscard]] Error error() const;

private:
    QString text_;
};

/// Reads the members of an object that somebody hostile may have written: every number has a range,
/// every text a length, every word a list. What does not fit is noted, and a harmless value given,
/// so that callers read everything and look once. The object and the fault outlive it.
class JsonFields {
public:
    JsonFields(QJsonObject object, QString path, JsonFault& fault);

    [[nodiscard]] double number(const char* key, double least, double most) const;
    [[nodiscard]] std::optional<double> numberOrNull(
        const char* key, double least, double most) const;
    /// Integral in the document as well: 2.5 for an integer is a fault.
    [[nodiscard]] std::int64_t integer(
        const char* key, std::int64_t least, std::int64_t most) const;
    [[nodiscard]] std::optional<std::int64_t> integerOrNull(
        const char* key, std::int64_t least, std::int64_t most) const;
    [[nodiscard]] std::uint64_t count(const char* key) const;
    [[nodiscard]] bool flag(const char* key) const;
    /// Cut to `most` characters, on one line, hidden characters made visible.
    [[nodiscard]] std::string text(const char* key, int most = 500) const;
    /// Letters, digits and -_.: only, 1 to 128 of them: fit to be part of a path.
    [[nodiscard]] std::string identifier(const char* key) const;
    [[nodiscard]] SystemTime time(const char* key) const;
    [[nodiscard]] std::optional<SystemTime> timeOrNull(const char* key) const;

    /// The value whose word, by its toString(), stands there; the first one stands for words that
    /// a newer minor version has.
    template <typename Enum, std::size_t N>
    [[nodiscard]] Enum word(const char* key, const std::array<Enum, N>& values) const
    {
        const auto found = text(key, 40);
        for (const auto candidate : values) {
            if (toString(candidate) == found) {
                return candidate;
            }
        }
        return values[0];
    }
    /// The same where no value could stand for an unknown word: it is a fault.
    template <typename Enum, std::size_t N>
    [[nodiscard]] Enum knownWord(const char* key, const std::array<Enum, N>& values) const
    {
        const auto value = word(key, values);
        if (toString(value) != text(key, 40)) {
            note(key, QStringLiteral("is no word that is known here"));
        }
        return value;
    }

    [[nodiscard]] JsonFields object(const char* key) const;
    [[nodiscard]] std::optional<JsonFields> objectOrNull(const char* key) const;
    /// The objects of an array; empty, and a fault, when there are more than `most`.
    [[nodiscard]] std::vector<JsonFields> objects(const char* key, qsizetype most) const;
    /// The texts of an array, each as text() gives it.
    [[nodiscard]] std::vector<std::string> texts(
        const char* key, qsizetype most, int longest) const;
    [[nodiscard]] bool has(const char* key) const;
    [[nodiscard]] bool isNullAt(const char* key) const { return isNull(key); }

    void note(const char* key, const QString& what) const;

private:
    [[nodiscard]] QJsonValue value(const char* key) const;
    [[nodiscard]] bool isNull(const char* key) const;

    QJsonObject object_;
    QString path_;
    JsonFault* fault_;
};

/// The object that the whole text is, or what is wrong with it.
[[nodiscard]] Result<QJsonObject> objectFrom(const QByteArray& text);

}  // namespace headroom::ui
