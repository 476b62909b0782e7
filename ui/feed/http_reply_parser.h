// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>
#include <vector>

namespace headroom::ui {

/// The head of a reply. Names are lower case; a name that came twice is there twice.
struct HttpHead {
    int status = 0;
    std::vector<std::pair<QByteArray, QByteArray>> headers;

    /// Of the first header with this lower-case name; empty if there is none.
    [[nodiscard]] QByteArray header(const char* name) const;
};

/// Takes an HTTP/1.1 reply apart, however its bytes were cut, with bounds on everything: what does
/// not fit the rules fails at once and for good, because a reply that can be read in two ways is
/// no answer. One thread, one reply.
class HttpReplyParser {
public:
    static constexpr qsizetype kLongestHead = 32 * 1024;
    static constexpr std::size_t kMostHeaders = 100;

    /// Takes these bytes; what they brought of the body is in takeBody().
    void take(const QByteArray& bytes);
    /// The connection was closed by the other side: the end, or a fault.
    void takeEnd();

    [[nodiscard]] bool hasHead() const { return state_ > State::Head && state_ != State::Failed; }
    [[nodiscard]] const HttpHead& head() const { return head_; }
    [[nodiscard]] bool isDone() const { return state_ == State::Done; }
    /// For people; empty while the reply is in order.
    [[nodiscard]] const QString& fault() const { return fault_; }
    /// The bytes of the body that came since the last call.
    [[nodiscard]] QByteArray takeBody() { return std::exchange(body_, {}); }

private:
    enum class State { Head, Sized, UntilEnd, ChunkSize, Chunk, ChunkEnd, Trailer, Done, Failed };

    qsizetype takeHead(const QByteArray& bytes, qsizetype from);
    qsizetype takeChunked(const QByteArray& bytes, qsizetype from);
    qsizetype takeSome(const QByteArray& bytes, qsizetype from);
    bool takeLine(const QByteArray& bytes, qsizetype& from);
    void readHead();
    bool readStatusLine(const QByteArray& line);
    bool readHeader(const QByteArray& line);
    void chooseBody();
    void readChunkSize(const QByteArray& line);
    void fail(const QString& why);

    State state_ = State::Head;
    HttpHead head_;
    QByteArray line_;  ///< the head, or a line between chunks, as far as it has come
    qint64 left_ = 0;  ///< of the body or the chunk
    qsizetype trailerBytes_ = 0;
    int interim_ = 0;  ///< heads of the kind "100 Continue" that were skipped
    QByteArray body_;
    QString fault_;
};

}  // namespace headroom::ui
