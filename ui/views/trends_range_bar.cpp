// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/trends_range_bar.h"

#include "ui/models/trends_range.h"
#include "ui/text/text_style.h"
#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/segment_bar.h"

#include <QKeyEvent>
#include <QPainter>

namespace headroom::ui {

namespace {

constexpr int kGap = 10;
constexpr int kFieldWidth = 152;

QStringList presetTexts()
{
    QStringList texts;
    for (const auto& preset : trendsPresets()) {
        texts << preset.label();
    }
    return texts << TrendsRangeBar::tr("Custom…");
}

}  // namespace

TrendsRangeBar::TrendsRangeBar(QWidget* parent)
    : QWidget(parent)
    , presets_(new SegmentBar(presetTexts(), SegmentBar::Style::Boxed, this))
    , from_(new FieldBox({}, this))
    , to_(new FieldBox({}, this))
    , show_(new PushButton({}, tr("Show"), this))
    , picture_(new PushButton(QStringLiteral("down"), tr("Export PNG"), this))
    , table_(new PushButton(QStringLiteral("down"), tr("Export CSV"), this))
{
    presets_->setObjectName(QStringLiteral("presets"));
    from_->setObjectName(QStringLiteral("from"));
    to_->setObjectName(QStringLiteral("to"));
    show_->setObjectName(QStringLiteral("show"));
    picture_->setObjectName(QStringLiteral("png"));
    table_->setObjectName(QStringLiteral("csv"));
    from_->setAccessibleName(tr("From, local time"));
    to_->setAccessibleName(tr("To, local time"));
    picture_->setAccessibleName(tr("Export PNG"));
    table_->setAccessibleName(tr("Export CSV"));
    const int custom = static_cast<int>(trendsPresets().size());
    connect(presets_, &SegmentBar::chosen, this, [this, custom](int index) {
        setEditing(index == custom);
        if (index != custom) {
            Q_EMIT presetChosen(index);
        } else {
            from_->setFocus();
            from_->selectAll();
        }
    });
    for (auto* field : { from_, to_ }) {
        connect(field, &QLineEdit::returnPressed, this, &TrendsRangeBar::takeTyped);
        connect(field, &QLineEdit::textEdited, field, [field] { field->setWrong(false); });
    }
    connect(show_, &QAbstractButton::clicked, this, &TrendsRangeBar::takeTyped);
    connect(&textStyleWatch(), &TextStyleWatch::changed, this, [this] {
        if (isEditing_) {
            setEditing(true);  // the same times on another clock
        }
    });
    connect(picture_, &QAbstractButton::clicked, this, &TrendsRangeBar::pictureWanted);
    connect(table_, &QAbstractButton::clicked, this, &TrendsRangeBar::tableWanted);
    setEditing(false);
}

void TrendsRangeBar::setTheme(const Theme& theme)
{
    theme_ = &theme;
    presets_->setTheme(theme);
    from_->setTheme(theme);
    to_->setTheme(theme);
    for (auto* button : { show_, picture_, table_ }) {
        button->setTheme(theme);
    }
    update();
}

void TrendsRangeBar::setRange(int preset, const QString& text, double from, double to)
{
    shownFrom_ = from;
    shownTo_ = to;
    preset_ = preset;
    const int custom = static_cast<int>(trendsPresets().size());
    presets_->setCurrent(isEditing_ || preset < 0 ? custom : preset);
    if (text_ != text) {
        text_ = text;
        update();
    }
}

void TrendsRangeBar::setEditing(bool isEditing)
{
    isEditing_ = isEditing;
    for (QWidget* widget : std::initializer_list<QWidget*> { from_, to_, show_ }) {
        widget->setVisible(isEditing);
    }
    if (isEditing) {
        from_->setText(editableTime(shownFrom_));
        to_->setText(editableTime(shownTo_));
        from_->setWrong(false);
        to_->setWrong(false);
    }
    setRange(preset_, text_, shownFrom_, shownTo_);
    place();
    update();
}

void TrendsRangeBar::takeTyped()
{
    const auto from = parseLocalTime(from_->text());
    const auto to = parseLocalTime(to_->text());
    from_->setWrong(!from);
    to_->setWrong(!to || (from && *to <= *from));
    if (!from || !to) {
        Q_EMIT refused(
            tr("\"%1\" is no time such as 2026-08-03 14:04").arg((from ? to_ : from_)->text()));
    } else if (*to <= *from) {
        Q_EMIT refused(tr("the range must end after it begins"));
    } else {
        setEditing(false);
        Q_EMIT rangeTyped(*from, *to);
    }
}

void TrendsRangeBar::resizeEvent(QResizeEvent*) { place(); }

void TrendsRangeBar::place()
{
    constexpr int kWordsNeed = 1240;
    const bool isNarrow = width() < kWordsNeed;
    picture_->setText(isNarrow ? QStringLiteral("PNG") : tr("Export PNG"));
    table_->setText(isNarrow ? QStringLiteral("CSV") : tr("Export CSV"));
    int right = width();
    for (auto* button : { table_, picture_ }) {
        const int wide = button->sizeHint().width();
        button->setGeometry(right - wide, 0, wide, height());
        right -= wide + kGap;
    }
    int left = presets_->sizeHint().width();
    presets_->setGeometry(0, 0, left, height());
    left += kGap + 6;
    textRoom_ = QRect(left, 0, qMax(0, right - left), height());
    picture_->setVisible(true);
    table_->setVisible(true);
    if (!isEditing_) {
        return;
    }
    // Where there is no room for both, taking away can wait until the range is there.
    const int needed = 2 * kFieldWidth + show_->sizeHint().width() + 4 * kGap;
    const bool hasRoom = textRoom_.width() >= needed;
    picture_->setVisible(hasRoom);
    table_->setVisible(hasRoom);
    from_->setGeometry(left, 1, kFieldWidth, height() - 2);
    left += kFieldWidth + 2 * kGap + 4;
    to_->setGeometry(left, 1, kFieldWidth, height() - 2);
    left += kFieldWidth + kGap;
    show_->setGeometry(left, 1, show_->sizeHint().width(), height() - 2);
}

void TrendsRangeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isEditing_) {
        const double middle = (from_->geometry().right() + to_->geometry().left()) / 2.0;
        drawMiddle(painter, { middle - 12, height() / 2.0 }, 24, QStringLiteral("to"),
            textFont(13, 400), theme_->color(Token::T3), Qt::AlignHCenter);
        return;
    }
    drawMiddle(painter, { static_cast<double>(textRoom_.left()), height() / 2.0 },
        textRoom_.width(), text_, textFont(13, 500), theme_->color(Token::T2));
}

}  // namespace headroom::ui
