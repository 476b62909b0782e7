// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace headroom::ui {

/// One event of a stream of server-sent events.
struct ServerEvent {
    QByteArray id;  ///< the last one seen, as the standard has it
    QByteArray name;  ///< "message" when the stream did not say
    QByteArray data;
};

/// Takes a text/event-stream apart, however its bytes were cut: lines end in CRLF, LF or CR, lines
/// that begin with a colon are comments, and an event without data is none. Bounded: an event
/// larger than `longest` fails the stream for good. One thread.
class EventParser {
public:
    static constexpr qsizetype kLongest = 8 * 1024 * 1024;
    static constexpr qsizetype kLongestId = 256;

    explicit EventParser(qsizetype longest = kLongest)
        : longest_(longest)
    {
    }

    /// The events that these bytes complete.
    [[nodiscard]] std::vector<ServerEvent> take(const QByteArray& bytes);

    /// An event was too large; nothing more comes out.
    [[nodiscard]] bool hasFailed() const { return hasFailed_; }
    [[nodiscard]] QByteArray lastId() const { return id_; }
    /// What it holds on to, for tests of its bounds.
    [[nodiscard]] qsizetype bytesHeld() const { return line_.size() + data_.size(); }

private:
    void endLine(std::vector<ServerEvent>& events);
    void takeField(const QByteArray& name, const QByteArray& value);
    void endEvent(std::vector<ServerEvent>& events);

    qsizetype longest_;
    QByteArray line_;
    QByteArray name_;
    QByteArray data_;
    QByteArray id_;
    bool hasData_ = false;
    bool afterCr_ = false;  ///< an LF that follows belongs to the CR before it
    bool isFirstLine_ = true;  ///< a byte order mark may stand before it
    bool hasFailed_ = false;
};

}  // namespace headroom::ui
