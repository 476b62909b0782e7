// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/preferences_page.h"

#include "monitor_core/metrics/catalog.h"
#include "ui/text/format.h"
#include "ui/views/preferences_card.h"
#include "ui/views/view_list.h"
#include "ui/widgets/control.h"
#include "ui/widgets/drop_down.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/scroll_bar.h"
#include "ui/widgets/segment_bar.h"

#include <QGridLayout>
#include <QGuiApplication>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace headroom::ui {

namespace {

constexpr int kTwoColumnsNeed = 1400;

/// Pages that are for looking at, from afar.
QVector<ViewRow> pagesForWalls()
{
    static const QStringList kForPeople { QStringLiteral("preferences"), QStringLiteral("sources"),
        QStringLiteral("thresholds"), QStringLiteral("simulator"), QStringLiteral("workload") };
    QVector<ViewRow> rows;
    for (const auto& row : viewList()) {
        if (!kForPeople.contains(row.id)) {
            rows.push_back(row);
        }
    }
    return rows;
}

/// "1000 GB", "1073.7 GB": to the digit that a gauge shows.
QString limitText()
{
    const double limit = info(Metric::TotalStorage).certifiedLimit;
    const auto unit = format::byteUnitOf(limit);
    return format::number(limit / format::bytesPer(unit), 1) + QChar(0x00A0)
        + format::byteUnitName(unit);
}

}  // namespace

PreferencesPage::PreferencesPage(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , scroll_(new QScrollArea(this))
    , content_(new QWidget)
    , notice_(new PlainLabel({}, 14, 600, Token::T1, content_))
{
    scroll_->setWidget(content_);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    notice_->setAccessibleName(tr("Notice about the preferences"));
    buildLooks();
    buildQuantities();
    buildSound();
    buildWall();
    connect(
        model.preferences(), &PreferencesModel::changed, this, &PreferencesPage::showPreferences);
    connect(&model.preferences()->sound(), &SoundDesk::changed, this, &PreferencesPage::showSound);
    setTheme(*theme_);
    showPreferences();
}

PreferencesCard* PreferencesPage::addCard(const QString& icon, const QString& title)
{
    cards_.push_back(new PreferencesCard(icon, title, content_));
    return cards_.back();
}

SegmentBar* PreferencesPage::segments(
    const QString& id, const QStringList& texts, std::function<void(Preferences&, int)> choose)
{
    auto* bar = new SegmentBar(texts, SegmentBar::Style::Boxed);
    bar->setObjectName(id);
    connect(bar, &SegmentBar::chosen, this, [this, choose = std::move(choose)](int index) {
        change([&](Preferences& wanted) { choose(wanted, index); });
    });
    return bar;
}

void PreferencesPage::change(const std::function<void(Preferences&)>& how)
{
    auto wanted = model().preferences()->inForce();
    how(wanted);
    model().preferences()->set(wanted);
}

void PreferencesPage::buildLooks()
{
    const auto& languages = model().preferences()->languages();
    auto* card = addCard(QStringLiteral("sun"),
        languages.isEmpty() ? tr("Appearance") : tr("Appearance and language"));
    themes_ = segments(QStringLiteral("theme"), { tr("As the desktop"), tr("Dark"), tr("Light") },
        [](Preferences& wanted, int index) { wanted.theme = static_cast<ThemeChoice>(index); });
    card->add(tr("Theme"), tr("T switches between dark and light"), themes_);
    if (languages.isEmpty()) {
        return;
    }
    language_ = new DropDown;
    language_->setObjectName(QStringLiteral("language"));
    language_->addItem(tr("As the desktop"), QStringLiteral("system"));
    for (auto it = languages.cbegin(); it != languages.cend(); ++it) {
        language_->addItem(it.value(), it.key());
    }
    connect(language_, &QComboBox::activated, this, [this] {
        change(
            [this](Preferences& wanted) { wanted.language = language_->currentData().toString(); });
    });
    card->add(tr("Language"),
        tr("From the next start; now %1")
            .arg(languages.value(model().preferences()->languageSpoken())),
        language_);
}

void PreferencesPage::buildQuantities()
{
    auto* card = addCard(QStringLiteral("globe"), tr("Units, numbers and time"));
    sizes_ = segments(QStringLiteral("sizes"),
        { tr("GB, certified"), QStringLiteral("GiB"), tr("GB, decimal") },
        [](Preferences& wanted, int index) { wanted.sizes = static_cast<SizeUnits>(index); });
    card->add(tr("Sizes"),
        tr("The certificate's GB has 2^30 bytes and is the GiB; a decimal one has 10^9"), sizes_);
    decimals_ = segments(QStringLiteral("decimal"),
        { tr("By language"), QStringLiteral("0.5"), QStringLiteral("0,5") },
        [](Preferences& wanted, int index) { wanted.decimal = static_cast<DecimalChoice>(index); });
    card->add(tr("Decimal sign"), tr("Typed numbers may have either"), decimals_);
    zone_ = new DropDown;
    zone_->setObjectName(QStringLiteral("zone"));
    zone_->addItem(tr("This computer's"), QByteArray());
    const auto zones = knownZones();
    for (const auto& zone : zones) {
        zone_->addItem(QString::fromLatin1(zone), zone);
    }
    connect(zone_, &QComboBox::activated, this, [this] {
        change([this](Preferences& wanted) { wanted.zone = zone_->currentData().toByteArray(); });
    });
    card->add(tr("Time zone"), tr("Type to find one. Nothing here changes a file."), zone_);
    sample_ = card->addWords(Token::T2);
    sample_->setAccessibleName(tr("How it looks"));
}

void PreferencesPage::buildSound()
{
    auto* card = addCard(QStringLiteral("bolt"), tr("Sound for RED"));
    tone_ = segments(QStringLiteral("tone"), { tr("Falling"), tr("Rising"), tr("Steady") },
        [](Preferences& wanted, int index) { wanted.redTone = static_cast<RedTone>(index); });
    card->add(tr("Tone"), tr("Sounds until somebody acknowledges"), tone_);
    volume_ = segments(QStringLiteral("volume"), { tr("Quiet"), tr("Normal"), tr("Loud") },
        [](Preferences& wanted, int index) { wanted.redVolume = static_cast<RedVolume>(index); });
    card->add(tr("Volume"), tr("Never silent: RED must be heard"), volume_);
    auto& sound = model().preferences()->sound();
    test_ = new PushButton(QStringLiteral("play"), tr("Play"));
    test_->setObjectName(QStringLiteral("soundTest"));
    connect(test_, &QAbstractButton::clicked, &sound, &SoundDesk::test);
    card->add(tr("Try the sound"), {}, test_);
    mute_ = new PushButton({}, tr("Mute for 15 min"));
    mute_->setObjectName(QStringLiteral("mute"));
    connect(mute_, &QAbstractButton::clicked, &sound, &SoundDesk::toggleMute);
    card->add(tr("Mute"), tr("M does the same; it ends by itself"), mute_);
    letSound_ = new PushButton({}, tr("Let RED sound again"));
    letSound_->setAccessibleName(letSound_->text());
    connect(letSound_, &QAbstractButton::clicked, this,
        [this] { change([](Preferences& wanted) { wanted.mayRedSound = true; }); });
    soundWords_ = card->addWords(Token::T2);
    card->layout()->addWidget(letSound_);
    card->layout()->setAlignment(letSound_, Qt::AlignLeft);
}

void PreferencesPage::buildWall()
{
    auto* card = addCard(QStringLiteral("wall"), tr("Wall"));
    auto* boxes = new QWidget;
    auto* grid = new QGridLayout(boxes);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    const auto rows = pagesForWalls();
    for (const auto& row : rows) {
        auto* box = new CheckBox(row.title);
        box->setObjectName(QStringLiteral("wall.") + row.id);
        connect(box, &QAbstractButton::clicked, this, [this, id = row.id](bool isOn) {
            change([&](Preferences& wanted) {
                wanted.wallPages.removeAll(id);
                if (isOn) {
                    wanted.wallPages << id;
                }
            });
        });
        pages_.insert(row.id, box);
        constexpr int kInARow = 3;
        const int index = grid->count();
        grid->addWidget(box, index / kInARow, index % kInARow);
        box->setAccessibleName(tr("The wall shows %1 in turn").arg(row.title));
    }
    card->add(tr("Pages in turn"), tr("Besides the wall itself; none: it never turns"), boxes);
    turn_ = new FieldBox(QStringLiteral("s"));
    turn_->setObjectName(QStringLiteral("turn"));
    connect(turn_, &QLineEdit::editingFinished, this, &PreferencesPage::takeTurn);
    card->add(tr("Each page for"), tr("5 to 3600 s, while all is calm"), turn_);
    shift_ = new CheckBox(tr("On"));
    shift_->setObjectName(QStringLiteral("shift"));
    connect(shift_, &QAbstractButton::clicked, this,
        [this](bool isOn) { change([&](Preferences& wanted) { wanted.pixelShift = isOn; }); });
    card->add(tr("Pixel shift"), tr("A few pixels a minute, against burn-in"), shift_);
    screen_ = new DropDown;
    screen_->setObjectName(QStringLiteral("screen"));
    connect(screen_, &QComboBox::activated, this, [this] {
        change(
            [this](Preferences& wanted) { wanted.wallScreen = screen_->currentData().toString(); });
    });
    card->add(tr("Screen"), tr("The window comes back to it when it returns"), screen_);
}

void PreferencesPage::takeTurn()
{
    if (!turn_->isModified()) {
        return;
    }
    bool isNumber = false;
    const std::chrono::seconds turn(turn_->text().trimmed().toInt(&isNumber));
    const bool isRight
        = isNumber && turn >= Preferences::kShortestTurn && turn <= Preferences::kLongestTurn;
    turn_->setWrong(!isRight);
    if (isRight) {
        turn_->setModified(false);
        change([&](Preferences& wanted) { wanted.wallTurn = turn; });
    }
}

void PreferencesPage::fillScreens()
{
    const QSignalBlocker isOurs(screen_);
    const auto& wanted = model().preferences()->inForce().wallScreen;
    screen_->clear();
    screen_->addItem(tr("Any"), QString());
    const auto screens = QGuiApplication::screens();
    for (const auto* screen : screens) {
        if (!screen->name().isEmpty()) {
            screen_->addItem(screen->name(), screen->name());
        }
    }
    if (!wanted.isEmpty() && screen_->findData(wanted) < 0) {
        screen_->addItem(tr("%1 (not there now)").arg(wanted), wanted);
    }
    screen_->setCurrentIndex(screen_->findData(wanted));
}

void PreferencesPage::showPreferences()
{
    const auto& preferences = *model().preferences();
    const auto& now = preferences.inForce();
    themes_->setCurrent(static_cast<int>(now.theme));
    if (language_ != nullptr) {
        language_->setCurrentIndex(qMax(0, language_->findData(now.language)));
    }
    sizes_->setCurrent(static_cast<int>(now.sizes));
    decimals_->setCurrent(static_cast<int>(now.decimal));
    if (zone_->findData(now.zone) < 0) {
        zone_->addItem(QString::fromLatin1(now.zone), now.zone);
    }
    zone_->setCurrentIndex(zone_->findData(now.zone));
    tone_->setCurrent(static_cast<int>(now.redTone));
    volume_->setCurrent(static_cast<int>(now.redVolume));
    for (auto it = pages_.cbegin(); it != pages_.cend(); ++it) {
        it.value()->setChecked(now.wallPages.contains(it.key()));
    }
    if (!turn_->isModified()) {
        turn_->setText(QString::number(now.wallTurn.count()));
    }
    shift_->setChecked(now.pixelShift);
    fillScreens();
    QStringList words;
    if (!preferences.notice().isEmpty()) {
        words << preferences.notice();
    }
    if (const auto given = preferences.givenOptions(); !given.isEmpty()) {
        words << tr("For this run %1 of the command line holds. What you choose here takes its "
                    "place and is kept.")
                     .arg(given.join(QStringLiteral(", ")));
    }
    notice_->setText(words.join(QLatin1Char('\n')));
    showSound();
    showDisplay(model().display());
    place();
}

void PreferencesPage::showSound()
{
    const auto& preferences = *model().preferences();
    const auto& state = model().preferences()->sound().state();
    const bool isOn = preferences.inForce().mayRedSound;
    mute_->setEnabled(isOn);
    mute_->setText(state.isMuted ? tr("Sound on") : tr("Mute for 15 min"));
    mute_->updateGeometry();
    letSound_->setVisible(!isOn);
    soundWords_->setText(!isOn         ? tr("RED makes no sound here: it was switched off by "
                                                    "--sound off or in the preferences' file.")
            : !state.problem.isEmpty() ? state.problem
                                       : state.notice);
    soundWords_->setVisible(!soundWords_->text().isEmpty());
    place();
}

void PreferencesPage::showDisplay(const OverviewDisplay&)
{
    const auto now = model().clock().systemNow();
    const QString samples
        = tr("The certified storage limit is %1. A latency: %2 ms. Now: %3 %4, %5")
              .arg(limitText(), format::milliseconds(4.2), format::localDate(now),
                  format::localTime(now), format::utcOffset(now));
    sample_->setText(samples);
}

void PreferencesPage::setTheme(const Theme& theme)
{
    theme_ = &theme;
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Bg0));
    scroll_->setPalette(colors);
    content_->setPalette(colors);
    scroll_->verticalScrollBar()->setStyleSheet(scrollBarSheet(theme));
    notice_->setTheme(theme);
    for (auto* card : cards_) {
        card->setTheme(theme);
    }
    for (auto* bar : findChildren<SegmentBar*>()) {
        bar->setTheme(theme);
    }
    for (auto* list : findChildren<DropDown*>()) {
        list->setTheme(theme);
    }
    for (auto* button : findChildren<PushButton*>()) {
        button->setTheme(theme);
    }
    for (auto* box : findChildren<CheckBox*>()) {
        box->setTheme(theme);
    }
    turn_->setTheme(theme);
    update();
}

void PreferencesPage::resizeEvent(QResizeEvent*) { place(); }

void PreferencesPage::place()
{
    scroll_->setGeometry(rect());
    const bool isWide = width() >= kTwoColumnsNeed;
    const int margin = isWide ? 24 : 12;
    const int gap = isWide ? 16 : 10;
    const int columns = isWide ? 2 : 1;
    constexpr int kBar = 8;
    const int inner = width() - 2 * margin - (isWide ? 0 : kBar);
    int top = isWide ? 20 : 12;
    notice_->setVisible(!notice_->text().isEmpty());
    if (!notice_->text().isEmpty()) {
        const int height = notice_->heightForWidth(inner);
        notice_->setGeometry(margin, top, inner, height);
        top += height + gap;
    }
    const int width = (inner - (columns - 1) * gap) / columns;
    int bottoms[] = { top, top };
    for (int i = 0; i < cards_.size(); ++i) {
        auto* card = cards_[i];
        int& at = bottoms[i % columns];
        const int height = card->layout()->hasHeightForWidth()
            ? card->layout()->totalHeightForWidth(width)
            : card->layout()->totalSizeHint().height();
        card->setGeometry(margin + (i % columns) * (width + gap), at, width, height);
        at += height + gap;
    }
    content_->resize(this->width() - (isWide ? 0 : kBar), qMax(bottoms[0], bottoms[columns - 1]));
}

}  // namespace headroom::ui
