// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/text_style.h"

#include <atomic>
#include <memory>
#include <vector>

namespace headroom::ui {

namespace {

const TextStyle kUsual;

// Another thread may be reading a style that is no longer in force: those are kept. People change
// it a few times, not a few thousand times.
std::vector<std::unique_ptr<const TextStyle>> kept;
std::atomic<const TextStyle*> inForce { &kUsual };

thread_local int filesBeingMade = 0;

}  // namespace

const TextStyle& textStyle() { return filesBeingMade > 0 ? kUsual : *inForce.load(); }

void setTextStyle(const TextStyle& style)
{
    if (style == *inForce.load()) {
        return;
    }
    kept.push_back(std::make_unique<const TextStyle>(style));
    inForce = kept.back().get();
    Q_EMIT textStyleWatch().changed();
}

TextStyleWatch& textStyleWatch()
{
    static TextStyleWatch watch;
    return watch;
}

WordsForFile::WordsForFile() { ++filesBeingMade; }

WordsForFile::~WordsForFile() { --filesBeingMade; }

bool WordsForFile::isMaking() { return filesBeingMade > 0; }

}  // namespace headroom::ui
