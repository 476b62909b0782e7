// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/http_reply_parser.h"

#include <QCoreApplication>

#include <algorithm>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HttpReply)
};

constexpr int kMostInterim = 3;
constexpr qsizetype kLongestLine = 1024;  // of a chunk's size or a trailer

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && QByteArray("!#$%&'*+-.^_`|~").contains(c));
}

/// Only digits: "+3", "-1", "0x3" and "" mean different things to different readers.
bool readNumber(const QByteArray& text, int base, qint64& number)
{
    const auto isDigit = [base](char c) {
        return (c >= '0' && c <= '9')
            || (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    bool isGood
        = !text.isEmpty() && text.size() <= 16 && std::all_of(text.begin(), text.end(), isDigit);
    number = isGood ? text.toLongLong(&isGood, base) : 0;
    return isGood && number >= 0;
}

}  // namespace

QByteArray HttpHead::header(const char* name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
        [name](const auto& header) { return header.first == name; });
    return found == headers.end() ? QByteArray() : found->second;
}

void HttpReplyParser::take(const QByteArray& bytes)
{
    qsizetype from = 0;
    while (from < bytes.size() && state_ != State::Done && state_ != State::Failed) {
        switch (state_) {
        case State::Head:
            from = takeHead(bytes, from);
            break;
        case State::Sized:
        case State::UntilEnd:
        case State::Chunk:
            from = takeSome(bytes, from);
            break;
        default:
            from = takeChunked(bytes, from);
            break;
        }
    }
}

void HttpReplyParser::takeEnd()
{
    if (state_ == State::UntilEnd) {
        state_ = State::Done;
    } else if (state_ == State::Head) {
        fail(line_.isEmpty() ? Words::tr("closed the connection without an answer")
                             : Words::tr("closed the connection within the head of its answer"));
    } else if (state_ != State::Done) {
        fail(Words::tr("closed the connection within its answer"));
    }
}

void HttpReplyParser::fail(const QString& why)
{
    if (state_ != State::Failed) {
        state_ = State::Failed;
        fault_ = why;
        line_.clear();
    }
}

qsizetype HttpReplyParser::takeHead(const QByteArray& bytes, qsizetype from)
{
    // Byte by byte only around line ends: a head is small.
    while (from < bytes.size()) {
        const auto end = bytes.indexOf('\n', from);
        const auto upTo = end < 0 ? bytes.size() : end + 1;
        if (line_.size() + (upTo - from) > kLongestHead) {
            fail(Words::tr("sends a head that is too long"));
            return upTo;
        }
        line_.append(bytes.constData() + from, upTo - from);
        from = upTo;
        if (line_.endsWith("\r\n\r\n") || line_ == "\r\n") {
            readHead();
            return from;
        }
    }
    return from;
}

void HttpReplyParser::readHead()
{
    auto lines = std::exchange(line_, {}).split('\n');
    head_ = {};
    for (auto& line : lines) {
        if (line.endsWith('\r')) {
            line.chop(1);
        }
        if (line.contains('\r') || line.contains('\0')) {
            fail(Words::tr("sends something that is no HTTP"));
            return;
        }
    }
    if (!readStatusLine(lines.takeFirst())) {
        fail(Words::tr("sends something that is no HTTP"));
        return;
    }
    for (const auto& line : lines) {
        if (!line.isEmpty() && !readHeader(line)) {
            fail(Words::tr("sends a head that cannot be read"));
            return;
        }
    }
    if (head_.status >= 200) {
        chooseBody();
    } else if (head_.status == 101 || ++interim_ > kMostInterim) {
        fail(Words::tr("sends something that is no answer"));
    }
}

bool HttpReplyParser::readStatusLine(const QByteArray& line)
{
    if (!line.startsWith("HTTP/1.1 ") && !line.startsWith("HTTP/1.0 ")) {
        return false;
    }
    qint64 status = 0;
    const auto word = line.mid(9, 3);
    const bool isEnded = line.size() == 12 || (line.size() > 12 && line[12] == ' ');
    if (word.size() != 3 || !isEnded || !readNumber(word, 10, status) || status < 100
        || status > 599) {
        return false;
    }
    head_.status = static_cast<int>(status);
    return true;
}

bool HttpReplyParser::readHeader(const QByteArray& line)
{
    const auto colon = line.indexOf(':');
    const auto name = line.left(std::max<qsizetype>(colon, 0));
    if (name.isEmpty() || !std::all_of(name.begin(), name.end(), isTokenCharacter)
        || head_.headers.size() == kMostHeaders) {
        return false;
    }
    head_.headers.emplace_back(name.toLower(), line.mid(colon + 1).trimmed());
    return true;
}

void HttpReplyParser::chooseBody()
{
    const auto count = [this](const char* name) {
        return std::count_if(head_.headers.begin(), head_.headers.end(),
            [name](const auto& header) { return header.first == name; });
    };
    const auto lengths = count("content-length");
    const auto codings = count("transfer-encoding");
    if (lengths > 1 || codings > 1 || (lengths == 1 && codings == 1)) {
        fail(Words::tr("says twice how long its answer is"));
        return;
    }
    if (head_.status == 204 || head_.status == 304) {
        state_ = State::Done;
    } else if (codings == 1) {
        state_ = State::ChunkSize;
        if (head_.header("transfer-encoding").toLower() != "chunked") {
            fail(Words::tr("sends its answer in a coding that was not asked for"));
        }
    } else if (lengths == 1) {
        if (!readNumber(head_.header("content-length"), 10, left_)) {
            fail(Words::tr("sends a length that is no number"));
            return;
        }
        state_ = left_ > 0 ? State::Sized : State::Done;
    } else {
        state_ = State::UntilEnd;
    }
}

qsizetype HttpReplyParser::takeSome(const QByteArray& bytes, qsizetype from)
{
    const auto here = bytes.size() - from;
    if (state_ == State::UntilEnd) {
        body_.append(bytes.constData() + from, here);
        return bytes.size();
    }
    const auto part = static_cast<qsizetype>(std::min<qint64>(here, left_));
    body_.append(bytes.constData() + from, part);
    left_ -= part;
    if (left_ == 0) {
        state_ = state_ == State::Chunk ? State::ChunkEnd : State::Done;
    }
    return from + part;
}

bool HttpReplyParser::takeLine(const QByteArray& bytes, qsizetype& from)
{
    const auto end = bytes.indexOf('\n', from);
    const auto upTo = end < 0 ? bytes.size() : end + 1;
    if (line_.size() + (upTo - from) > kLongestLine) {
        fail(Words::tr("sends a chunk that cannot be read"));
        return false;
    }
    line_.append(bytes.constData() + from, upTo - from);
    from = upTo;
    if (end < 0) {
        return false;
    }
    if (!line_.endsWith("\r\n")) {
        fail(Words::tr("sends a chunk that cannot be read"));
        return false;
    }
    line_.chop(2);
    return true;
}

qsizetype HttpReplyParser::takeChunked(const QByteArray& bytes, qsizetype from)
{
    if (!takeLine(bytes, from)) {
        return from;
    }
    const auto line = std::exchange(line_, {});
    if (state_ == State::ChunkSize) {
        readChunkSize(line);
    } else if (state_ == State::ChunkEnd) {
        state_ = State::ChunkSize;
        if (!line.isEmpty()) {
            fail(Words::tr("sends a chunk that is longer than it says"));
        }
    } else if (line.isEmpty()) {
        state_ = State::Done;
    } else if ((trailerBytes_ += line.size()) > kLongestHead) {
        fail(Words::tr("sends a trailer that is too long"));
    }
    return from;
}

void HttpReplyParser::readChunkSize(const QByteArray& line)
{
    const auto semicolon = line.indexOf(';');
    const auto size = (semicolon < 0 ? line : line.left(semicolon)).trimmed();
    if (!readNumber(size, 16, left_)) {
        fail(Words::tr("sends a chunk without a length"));
        return;
    }
    state_ = left_ > 0 ? State::Chunk : State::Trailer;
}

}  // namespace headroom::ui
