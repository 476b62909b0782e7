// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fleet_model.h"

#include "ui/feed/remote_url.h"
#include "ui/models/fleet_words.h"
#include "ui/text/format.h"
#include "ui/text/text_style.h"
#include "ui/text/visible_text.h"

#include <QUrl>

#include <algorithm>

namespace headroom::ui {

namespace {

using namespace std::chrono_literals;

// The list is asked for every 5 s, and scrapes are seldom further apart than a minute.
constexpr auto kLateAfter = 12s;
constexpr auto kLostAfter = 15s;
constexpr auto kScrapeLate = 75s;
constexpr auto kScrapeStale = 240s;
constexpr int kAround = 6;  ///< rows above and below those in sight

const char* const kTitles[kFleetColumns] = { QT_TRANSLATE_NOOP("headroom::ui::FleetModel", "Level"),
    QT_TRANSLATE_NOOP("headroom::ui::FleetModel", "Depository"),
    QT_TRANSLATE_NOOP("headroom::ui::FleetModel", "Worst limit"),
    QT_TRANSLATE_NOOP("headroom::ui::FleetModel", "Writes"),
    QT_TRANSLATE_NOOP("headroom::ui::FleetModel", "Storage"),
    QT_TRANSLATE_NOOP("headroom::ui::FleetModel", "Rate"),
    QT_TRANSLATE_NOOP("headroom::ui::FleetModel", "Latency"),
    QT_TRANSLATE_NOOP("headroom::ui::FleetModel", "Size"),
    QT_TRANSLATE_NOOP("headroom::ui::FleetModel", "Count"),
    QT_TRANSLATE_NOOP("headroom::ui::FleetModel", "Headroom") };

}  // namespace

FleetModel::FleetModel(FleetFeed& feed, const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , feed_(feed)
    , clock_(clock)
{
    wish_.rows = 20;
    connect(&feed_, &FleetFeed::changed, this, &FleetModel::takeChange);
    connect(&second_, &QTimer::timeout, this, &FleetModel::tick);
    connect(&textStyleWatch(), &TextStyleWatch::changed, this, [this] {
        if (shown_) {
            takeRows();
        }
        tick();
    });
    tick();
}

int FleetModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count_; }

int FleetModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kFleetColumns;
}

const FleetRowText& FleetModel::row(int row) const
{
    static const FleetRowText kUnknown;
    const int at = row - first_;
    return at >= 0 && at < static_cast<int>(rows_.size()) ? rows_[static_cast<std::size_t>(at)]
                                                          : kUnknown;
}

int FleetModel::rowOf(const QString& instance) const
{
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i].instance == instance) {
            return first_ + static_cast<int>(i);
        }
    }
    return -1;
}

QVariant FleetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (!shown.isKnown) {
            return index.column() == static_cast<int>(FleetColumn::Depository) ? tr("reading …")
                                                                               : QString();
        }
        return shown.text[static_cast<std::size_t>(index.column())];
    case Qt::AccessibleTextRole: {
        const auto& text = shown.text;
        return shown.isKnown
            ? QStringList { text[1], text[0], text[2], tr("headroom %1").arg(text[9]) }.join(
                QStringLiteral(", "))
            : tr("reading");
    }
    case Instance:
        return shown.instance;
    case State:
        return static_cast<int>(shown.state);
    default:
        return {};
    }
}

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        // Numbers stand at the right, and so do their titles.
        const bool isNumber = section > static_cast<int>(FleetColumn::Worst);
        return QVariant::fromValue(
            Qt::Alignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    const bool isTitle = orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0
        && section < kFleetColumns;
    return isTitle ? QVariant(tr(kTitles[section])) : QVariant();
}

void FleetModel::setFilter(std::optional<FleetState> state, const QString& search)
{
    if (wish_.state == state && wish_.search == search) {
        return;
    }
    wish_.state = state;
    wish_.search = search;
    wish_.first = 0;
    feed_.setWish(wish_);
}

void FleetModel::setSight(int first, int count)
{
    const int from = std::max(0, first - kAround);
    const int until = first + count + kAround;
    // Within what is asked for already: no question for a pixel.
    const bool isCovered = first >= wish_.first && first + count <= wish_.first + wish_.rows;
    if (isCovered && count + 4 * kAround >= wish_.rows) {
        return;
    }
    wish_.first = from;
    wish_.rows = until - from;
    feed_.setWish(wish_);
}

void FleetModel::setActive(bool isActive)
{
    feed_.setActive(isActive);
    if (isActive) {
        activeSince_ = clock_.steadyNow();
        second_.start(1s);
        tick();
    } else {
        second_.stop();
    }
}

QString FleetModel::open(const QString& instance)
{
    const auto url = serviceOf(instance);
    if (!url) {
        return tr("%1 cannot be opened: it is scraped at no address of a service")
            .arg(visibleText(instance, 100));
    }
    if (!open_) {
        return tr("To see it alone: %1")
            .arg(QStringLiteral("headroom --connect ") + url->toString(QUrl::FullyEncoded));
    }
    open_(*url);
    return {};
}

void FleetModel::setOpened(const QString& instance, std::function<void()> close)
{
    close_ = std::move(close);
    if (std::exchange(opened_, instance) != instance) {
        Q_EMIT openedChanged();
    }
}

void FleetModel::closeOpened()
{
    const auto close = std::exchange(close_, {});
    setOpened({}, {});
    if (close) {
        close();
    }
}

FleetTruth FleetModel::truthNow() const
{
    const auto picture = feed_.picture();
    const bool hasFailed = !feed_.problem().isEmpty();
    if (!picture) {
        return hasFailed ? FleetTruth::NoContact : FleetTruth::Waiting;
    }
    // Coming back into sight is no silence of the server's: it was not asked.
    const auto since
        = activeSince_ ? std::max(*activeSince_, picture->answeredAt) : picture->answeredAt;
    const auto silence = clock_.steadyNow() - since;
    const auto scrape = picture->scrapeAge + (clock_.steadyNow() - picture->answeredAt);
    if (silence > kLostAfter) {
        return FleetTruth::NoContact;
    }
    if (picture->all > 0 && scrape > kScrapeStale) {
        return FleetTruth::Stale;
    }
    const bool isLate
        = hasFailed || silence > kLateAfter || (picture->all > 0 && scrape > kScrapeLate);
    return isLate ? FleetTruth::Late : FleetTruth::Live;
}

void FleetModel::takeChange()
{
    if (feed_.picture() != shown_) {
        shown_ = feed_.picture();
        takeRows();
    }
    tick();
}

void FleetModel::takeRows()
{
    const int matching = shown_ ? shown_->matching : 0;
    if (matching > count_) {
        beginInsertRows({}, count_, matching - 1);
        count_ = matching;
        endInsertRows();
    } else if (matching < count_) {
        beginRemoveRows({}, matching, count_ - 1);
        count_ = matching;
        endRemoveRows();
    }
    rows_.clear();
    if (!shown_) {
        first_ = 0;
        return;
    }
    first_ = shown_->wish.first;
    for (const auto& row : shown_->rows) {
        rows_.push_back(fleetRowText(row, clock_.systemNow()));
    }
    if (count_ > 0) {
        Q_EMIT dataChanged(index(0, 0), index(count_ - 1, kFleetColumns - 1));
    }
}

void FleetModel::tick()
{
    FleetDisplay made;
    made.truth = truthNow();
    const auto server = feed_.serverName();
    if (!shown_) {
        made.title
            = made.truth == FleetTruth::NoContact ? tr("NO CONTACT") : tr("Asking the server");
        made.detail = server;
        made.note = feed_.problem();
    } else {
        const auto age = format::age(clock_.steadyNow() - shown_->answeredAt);
        made.title = fleetTitle(*shown_);
        made.detail = tr("%1 · answered %2").arg(server, age);
        if (made.truth == FleetTruth::NoContact) {
            made.title = tr("NO CONTACT");
            made.detail = tr("last answer %1 · the list is how it was").arg(age);
        } else if (made.truth == FleetTruth::Stale) {
            made.title = tr("STALE");
            made.detail = tr("%1 answers, but its newest scrape is %2 old")
                              .arg(server,
                                  format::duration(shown_->scrapeAge
                                      + (clock_.steadyNow() - shown_->answeredAt)));
        }
        const auto& schema = shown_->schema;
        made.note = !feed_.problem().isEmpty() ? feed_.problem()
            : !shown_->warning.isEmpty()       ? tr("The server warns: %1").arg(shown_->warning)
            : shown_->all == 0 ? tr("It scrapes no headroomd; docs/fleet.md has the lines for it")
            : !schema.hasRank  ? tr("The slower way: the server has no headroom:rank; "
                                     "docs/fleet.md has the rules that make this page quick")
                               : QString();
        for (std::size_t i = 0; i < kFleetStates; ++i) {
            made.counts[i] = format::number(shown_->counts[i], 0);
        }
        for (std::size_t i = 0; i < kFleetStates; ++i) {
            if (shown_->counts[i] > 0) {
                made.worst = static_cast<FleetState>(i);
                break;
            }
        }
        made.all = format::number(shown_->all, 0);
        made.matching
            = tr("%1 of %2")
                  .arg(format::number(shown_->matching, 0), format::number(shown_->all, 0));
    }
    if (!(made == display_)) {
        display_ = made;
        Q_EMIT displayChanged();
    }
}

Result<QUrl> serviceOf(const QString& instance)
{
    const auto host = QUrl(QStringLiteral("http://") + instance).host();
    const QHostAddress address(host);
    const bool isHere = host == QLatin1String("localhost") || address.isLoopback();
    return checkedServiceUrl(
        (isHere ? QStringLiteral("http://") : QStringLiteral("https://")) + instance);
}

}  // namespace headroom::ui
