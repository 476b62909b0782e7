// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

/// A block of commands in a document and the answer that is written below it.
struct DocumentedCommand {
    int line = 0;  ///< of the first command
    std::string commands;
    bool isJson = false;
    std::string answer;  ///< empty: the block prepares what follows, and prints nothing of interest
};

/// Every ```sh block of a Markdown text, with the ```json or ```text block that follows it before
/// the next ```sh. Other blocks are for the eye.
std::vector<DocumentedCommand> commandsOf(std::string_view markdown);

/// What is wrong with an answer; empty when it is as written.
///
/// JSON: what is written must be there and equal; an object may have more keys. The text "…" stands
/// for any value, and as the last element of a list for any more elements. Text: line by line, …
/// stands for anything within a line.
std::string differenceOf(const DocumentedCommand& documented, std::string_view answer);

}  // namespace headroom
