// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/palette_model.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace headroom::ui {

namespace {

constexpr int kWholeTitle = 400;  // the title begins with all that was typed
constexpr int kWholeWord = 120;
constexpr int kWordStart = 100;
constexpr int kInside = 50;
constexpr int kGroup = 30;
constexpr int kLetters = 10;
/// Below every word that is found in what can be done, above letters in some order.
constexpr int kNotNow = kWholeTitle + kInside;

/// Without case and accents: "Über" is found by "uber".
QString plain(const QString& text)
{
    QString letters;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD)) {
        if (letter.category() != QChar::Mark_NonSpacing) {
            letters += letter;
        }
    }
    return letters.toCaseFolded();
}

QStringList wordsOf(const QString& text)
{
    QStringList words;
    QString word;
    for (const QChar letter : text) {
        if (letter.isLetterOrNumber()) {
            word += letter;
        } else if (!word.isEmpty()) {
            words << std::exchange(word, {});
        }
    }
    return word.isEmpty() ? words : words << word;
}

bool hasLettersInOrder(const QString& text, const QString& letters)
{
    qsizetype at = 0;
    for (const QChar letter : letters) {
        at = text.indexOf(letter, at);
        if (at < 0) {
            return false;
        }
        ++at;
    }
    return true;
}

int wordScore(const QString& word, const QString& title, const QString& group)
{
    const auto titleWords = wordsOf(title);
    for (qsizetype i = 0; i < titleWords.size(); ++i) {
        if (titleWords[i].startsWith(word)) {
            const int best = titleWords[i] == word ? kWholeWord : kWordStart;
            return best - static_cast<int>(std::min<qsizetype>(i, 10));
        }
    }
    if (title.contains(word)) {
        return kInside;
    }
    for (const auto& groupWord : wordsOf(group)) {
        if (groupWord.startsWith(word)) {
            return kGroup;
        }
    }
    // One letter is in nearly everything.
    return word.size() > 1 && hasLettersInOrder(title, word) ? kLetters : 0;
}

}  // namespace

std::optional<int> paletteScore(const PaletteEntry& entry, const QString& typed)
{
    const QString wanted = plain(typed).simplified();
    const QString title = plain(entry.title);
    const QString group = plain(entry.group);
    int score = !wanted.isEmpty() && title.startsWith(wanted) ? kWholeTitle : 0;
    for (const auto& word : wanted.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const int one = wordScore(word, title, group);
        if (one == 0) {
            return std::nullopt;
        }
        score += one;
    }
    return score;
}

PaletteModel::PaletteModel(QVector<PaletteEntry> entries, QObject* parent)
    : QAbstractListModel(parent)
    , entries_(std::move(entries))
    , shown_(entries_.size())
{
    std::iota(shown_.begin(), shown_.end(), 0);
}

void PaletteModel::setTyped(const QString& typed)
{
    QVector<std::pair<int, int>> found;  // score, entry
    for (int i = 0; i < entries_.size(); ++i) {
        if (const auto score = paletteScore(entries_[i], typed)) {
            const bool isBehind = !entries_[i].whyNot.isEmpty();
            found.push_back({ isBehind ? *score - kNotNow : *score, i });
        }
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    beginResetModel();
    shown_.clear();
    for (const auto& [score, entry] : found) {
        shown_.push_back(entry);
    }
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.title;
    case Qt::AccessibleTextRole: {
        QStringList words { shown.title, shown.group,
            shown.whyNot.isEmpty() ? shown.keys : tr("not now: %1").arg(shown.whyNot) };
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    case Group:
        return shown.group;
    case Keys:
        return shown.keys;
    case WhyNot:
        return shown.whyNot;
    default:
        return {};
    }
}

}  // namespace headroom::ui
