// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/http_event_parser.h"

#include <utility>

namespace headroom::ui {

std::vector<ServerEvent> EventParser::take(const QByteArray& bytes)
{
    std::vector<ServerEvent> events;
    qsizetype from = 0;
    while (from < bytes.size() && !hasFailed_) {
        if (std::exchange(afterCr_, false) && bytes[from] == '\n') {
            ++from;
            continue;
        }
        auto end = from;
        while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r') {
            ++end;
        }
        if (bytesHeld() + (end - from) > longest_) {
            hasFailed_ = true;
            line_.clear();
            data_.clear();
            break;
        }
        line_.append(bytes.constData() + from, end - from);
        if (end == bytes.size()) {
            break;
        }
        afterCr_ = bytes[end] == '\r';
        endLine(events);
        from = end + 1;
    }
    return events;
}

void EventParser::endLine(std::vector<ServerEvent>& events)
{
    auto line = std::exchange(line_, {});
    if (std::exchange(isFirstLine_, false) && line.startsWith("\xEF\xBB\xBF")) {
        line.remove(0, 3);
    }
    if (line.isEmpty()) {
        endEvent(events);
        return;
    }
    const auto colon = line.indexOf(':');
    if (colon == 0) {
        return;
    }
    auto value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' ')) {
        value.remove(0, 1);
    }
    takeField(colon < 0 ? line : line.left(colon), value);
}

void EventParser::takeField(const QByteArray& name, const QByteArray& value)
{
    if (name == "data") {
        if (hasData_) {
            data_ += '\n';
        }
        data_ += value;
        hasData_ = true;
    } else if (name == "event") {
        name_ = value.left(kLongestId);
    } else if (name == "id" && value.size() <= kLongestId && !value.contains('\0')) {
        id_ = value;
    }
}

void EventParser::endEvent(std::vector<ServerEvent>& events)
{
    auto name = std::exchange(name_, {});
    auto data = std::exchange(data_, {});
    if (std::exchange(hasData_, false)) {
        events.push_back(
            { id_, name.isEmpty() ? QByteArray("message") : std::move(name), std::move(data) });
    }
}

}  // namespace headroom::ui
