// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/sources_page.h"

#include "ui/models/source_words.h"
#include "ui/text/format.h"
#include "ui/views/access_fields.h"
#include "ui/views/source_card.h"
#include "ui/views/source_option.h"
#include "ui/views/source_report_box.h"
#include "ui/views/sources_notice.h"
#include "ui/widgets/control.h"
#include "ui/widgets/cover_list.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/plain_label.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace headroom::ui {

namespace {

constexpr SourceKind kEmbedded[]
    = { SourceKind::Workload, SourceKind::Filesystem, SourceKind::Postgres };
/// The order of the picture: what is done, beside what is there.
constexpr std::pair<Metric, const char*> kLimits[] = {
    { Metric::ConcurrentWrites,
        QT_TRANSLATE_NOOP("headroom::ui::SourcesPage", "Concurrent writes") },
    { Metric::TotalStorage, QT_TRANSLATE_NOOP("headroom::ui::SourcesPage", "Storage") },
    { Metric::WriteThroughput, QT_TRANSLATE_NOOP("headroom::ui::SourcesPage", "Write throughput") },
    { Metric::ArtifactSize, QT_TRANSLATE_NOOP("headroom::ui::SourcesPage", "Artifact size") },
    { Metric::ArtifactCount, QT_TRANSLATE_NOOP("headroom::ui::SourcesPage", "Artifact count") },
    { Metric::QueryResponse, QT_TRANSLATE_NOOP("headroom::ui::SourcesPage", "Query latency") },
    { Metric::AuditRetention, QT_TRANSLATE_NOOP("headroom::ui::SourcesPage", "Audit trail") },
};

bool isEmbedded(SourceKind kind)
{
    return kind != SourceKind::Service && kind != SourceKind::Fleet;
}

CoverList::Mark markOf(SourcesModel::Cover cover)
{
    return cover == SourcesModel::Cover::Yes ? CoverList::Mark::Yes
        : cover == SourcesModel::Cover::No   ? CoverList::Mark::No
                                             : CoverList::Mark::Unknown;
}

/// A source that cannot be chosen: a window without the program behind it.
class NoDesk final : public SourceDesk {
public:
    using SourceDesk::SourceDesk;
    [[nodiscard]] std::optional<SourceChoice> inUse() const override { return std::nullopt; }
    [[nodiscard]] QString whyNotUsable(SourceKind) const override
    {
        return SourcesPage::tr("this window cannot change its source");
    }
    [[nodiscard]] QString notice() const override { return {}; }
    [[nodiscard]] QString tokenPlace(const QString&) const override { return {}; }
    [[nodiscard]] bool hasToken(const QString&) const override { return false; }
    void forgetToken(const QString&) override { }
    void test(const SourceChoice& choice, const Token&) override
    {
        SourceReport report;
        report.title = SourcesPage::tr("Test failed: nothing here can test");
        Q_EMIT tested(choice, report);
    }
    void use(const SourceChoice& choice, const Token&) override
    {
        Q_EMIT used(choice, whyNotUsable(choice.kind));
    }
};

}  // namespace

SourcesPage::SourcesPage(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , notice_(new SourcesNotice(this))
{
    auto* desk = model.sourceDesk() != nullptr ? model.sourceDesk() : new NoDesk(this);
    sources_ = std::make_unique<SourcesModel>(*desk, model.clock());
    if (const auto inUse = desk->inUse(); inUse && isEmbedded(inUse->kind)) {
        embedded_ = inUse->kind;
    }
    buildEmbedded();
    buildService();
    buildFleet();
    connect(sources_.get(), &SourcesModel::changed, this, &SourcesPage::showModel);
    connect(notice_, &SourcesNotice::chainAccepted, this,
        [this] { this->model().feed().acceptChain(); });
    connect(qApp, &QApplication::focusChanged, this,
        [this](QWidget*, QWidget* now) { takeFocus(now); });
    for (const auto kind :
        { SourceKind::Filesystem, SourceKind::Postgres, SourceKind::Service, SourceKind::Fleet }) {
        auto* field = kind == SourceKind::Filesystem ? folder_
            : kind == SourceKind::Postgres           ? database_
            : kind == SourceKind::Service            ? address_
                                                     : server_;
        const QSignalBlocker isOurs(field);
        field->setText(sources_->state(kind).choice.place);
        field->setCursorPosition(0);
    }
    const auto inUse = desk->inUse();
    auto* first = !inUse || isEmbedded(inUse->kind) ? local_.card
        : inUse->kind == SourceKind::Service        ? service_.card
                                                    : fleet_.card;
    first->setCurrent(true);
    setTheme(*theme_);
    showModel();
}

SourcesPage::~SourcesPage() = default;

FieldBox* SourcesPage::addField(const QString& name, const QString& hint, SourceKind kind)
{
    auto* field = new FieldBox({}, this);
    field->setFont(Theme::font(14, 500));
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    field->setMinimumHeight(34);
    field->setMaxLength(4096);
    follow(field, kind);
    return field;
}

void SourcesPage::follow(FieldBox* field, SourceKind kind)
{
    connect(field, &QLineEdit::textChanged, this, [this, kind](const QString& text) {
        if (isEmbedded(kind)) {
            chooseEmbedded(kind);
        }
        sources_->setPlace(kind, text);
    });
    connect(field, &QLineEdit::returnPressed, this, [this, kind] { sources_->test(kind); });
}

void SourcesPage::buildEmbedded()
{
    local_.card = new SourceCard(
        QStringLiteral("chip"), tr("Embedded"), tr("measure on this machine"), this);
    options_ = { new SourceOption(tr("Built-in workload"),
                     tr("writes and reads its own artifacts, for trying things out")),
        new SourceOption(tr("Filesystem path"), tr("storage used, artifact sizes and count")),
        new SourceOption(
            tr("PostgreSQL"), tr("active writes, throughput, latency, database size")) };
    folder_ = addField(tr("Folder"), QStringLiteral("/srv/depository"), SourceKind::Filesystem);
    choose_ = new PushButton(QStringLiteral("folder"), tr("Choose…"), this);
    choose_->setAccessibleName(tr("Choose a folder"));
    choose_->setFixedSize(choose_->sizeHint());
    connect(choose_, &QAbstractButton::clicked, this, &SourcesPage::chooseFolder);
    options_[1]->row().addWidget(folder_, 1);
    options_[1]->row().addWidget(choose_);
    database_ = addField(tr("Database"), QStringLiteral("postgresql://headroom@db:5432/depository"),
        SourceKind::Postgres);
    options_[2]->row().addWidget(database_, 1);
    for (std::size_t i = 0; i < options_.size(); ++i) {
        local_.card->add(options_[i]);
        connect(options_[i], &SourceOption::chosen, this,
            [this, kind = kEmbedded[i]] { chooseEmbedded(kind); });
    }
    addRest(local_);
}

void SourcesPage::buildService()
{
    service_.card = new SourceCard(QStringLiteral("globe"), tr("Remote service"),
        tr("a Headroom agent next to the depository"), this);
    service_.card->add(new PlainLabel(tr("Address"), 13, 600, Token::T2));
    address_ = addField(
        tr("Address"), QStringLiteral("https://depot.example.org:8443"), SourceKind::Service);
    service_.card->add(address_);
    access_[0] = new AccessFields(*sources_, SourceKind::Service, tr("Token"),
        tr("none, if the service asks for none"), this);
    service_.card->add(access_[0]);
    addRest(service_);
}

void SourcesPage::buildFleet()
{
    fleet_.card = new SourceCard(QStringLiteral("fleet"), tr("Fleet through Prometheus"),
        tr("many depositories, one server"), this);
    fleet_.card->add(new PlainLabel(tr("Server"), 13, 600, Token::T2));
    server_ = addField(tr("Prometheus server"), QStringLiteral("https://prometheus.example:9090"),
        SourceKind::Fleet);
    fleet_.card->add(server_);
    access_[1] = new AccessFields(*sources_, SourceKind::Fleet,
        tr("Token of the Prometheus server"), tr("none, if the server asks for none"), this);
    fleet_.card->add(access_[1]);
    addRest(fleet_);
}

void SourcesPage::addRest(Column& column)
{
    column.report = new SourceReportBox;
    column.why = new PlainLabel({}, 13, 500, Token::T2);
    column.card->add(column.report);
    column.card->add(column.why);
    if (&column != &fleet_) {
        column.coverTitle = new PlainLabel({}, 13, 600, Token::T2);
        column.covers = new CoverList;
        column.covers->setAccessibleName(tr("Limits that it covers"));
        column.card->body().addSpacing(8);
        column.card->add(column.coverTitle);
        column.card->add(column.covers);
    }
    column.card->body().addStretch();
    const auto test = [this, &column] { sources_->test(kindOf(column)); };
    connect(&column.card->testButton(), &QAbstractButton::clicked, this, test);
    connect(column.report, &SourceReportBox::testRequested, this, test);
    connect(column.report, &SourceReportBox::copyRequested, this,
        [this, &column] { copyDetails(kindOf(column)); });
    connect(&column.card->useButton(), &QAbstractButton::clicked, this,
        [this, &column] { sources_->use(kindOf(column)); });
}

SourceKind SourcesPage::kindOf(const Column& column) const
{
    return &column == &local_  ? embedded_
        : &column == &service_ ? SourceKind::Service
                               : SourceKind::Fleet;
}

void SourcesPage::goTo(SourceKind kind)
{
    if (isEmbedded(kind)) {
        chooseEmbedded(kind);
    }
    auto* widget = kind == SourceKind::Service ? static_cast<QWidget*>(address_)
        : kind == SourceKind::Fleet            ? static_cast<QWidget*>(server_)
        : kind == SourceKind::Filesystem       ? static_cast<QWidget*>(folder_)
        : kind == SourceKind::Postgres         ? static_cast<QWidget*>(database_)
                                               : &local_.card->testButton();
    takeFocus(widget);
    widget->setFocus(Qt::OtherFocusReason);
}

void SourcesPage::takeFocus(const QWidget* widget)
{
    if (widget == nullptr || !isAncestorOf(widget)) {
        return;
    }
    for (auto* column : { &local_, &service_, &fleet_ }) {
        if (column->card->isAncestorOf(widget)) {
            for (auto* other : { &local_, &service_, &fleet_ }) {
                other->card->setCurrent(other == column);
            }
            return;
        }
    }
}

void SourcesPage::chooseEmbedded(SourceKind kind)
{
    if (embedded_ != kind) {
        embedded_ = kind;
        showModel();
    }
}

void SourcesPage::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder of artifacts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, folder_, &QLineEdit::setText);
    dialog->open();
}

void SourcesPage::copyDetails(SourceKind kind)
{
    const auto& state = sources_->state(kind);
    if (state.report) {
        QApplication::clipboard()->setText(plainText(*state.report, nameOf(state.choice)));
    }
}

void SourcesPage::setTheme(const Theme& theme)
{
    theme_ = &theme;
    notice_->setTheme(theme);
    for (auto* column : { &local_, &service_, &fleet_ }) {
        column->card->setTheme(theme);
        column->report->setTheme(theme);
        if (column->covers != nullptr) {
            column->covers->setTheme(theme);
        }
    }
    for (auto* option : options_) {
        option->setTheme(theme);
    }
    for (auto* label : findChildren<PlainLabel*>()) {
        label->setTheme(theme);
    }
    for (auto* field : findChildren<FieldBox*>()) {
        field->setTheme(theme);
    }
    for (auto* button : findChildren<PushButton*>()) {
        button->setTheme(theme);
    }
    update();
}

void SourcesPage::showModel()
{
    for (std::size_t i = 0; i < options_.size(); ++i) {
        options_[i]->setChosen(kEmbedded[i] == embedded_);
    }
    for (auto* column : { &local_, &service_, &fleet_ }) {
        showColumn(*column);
    }
    for (auto* access : access_) {
        access->showModel();
    }
    showNotice();
}

void SourcesPage::showColumn(Column& column)
{
    const auto kind = kindOf(column);
    const auto& state = sources_->state(kind);
    column.card->setInUse(state.isInUse);
    column.report->setReport(state.report);
    QString why = state.whyNot;
    if (kind == SourceKind::Workload && state.isInUse && why.isEmpty()) {
        why = tr("How much it writes and reads is set on the Workload page (Ctrl+9).");
    }
    column.why->setText(why);
    column.why->setVisible(!why.isEmpty());
    column.card->testButton().setEnabled(!state.isTesting && !state.isSwitching);
    column.card->useButton().setEnabled(state.canUse);
    column.card->useButton().setText(
        state.isInUse && !state.canUse ? tr("In use") : tr("Use this source"));
    column.card->setStatus(state.isSwitching ? tr("switching…")
            : state.isTesting                ? tr("testing…")
            : state.report ? tr("last test %1").arg(format::localTime(state.report->at))
                           : QString());
    if (column.covers != nullptr) {
        column.coverTitle->setText(sources_->coverTitle(kind));
        QVector<CoverList::Entry> entries;
        for (const auto& [metric, name] : kLimits) {
            entries.push_back({ tr(name), markOf(sources_->cover(kind, metric)) });
        }
        column.covers->setEntries(entries);
    }
}

void SourcesPage::showNotice()
{
    QString words = sources_->desk().notice();
    if (!sources_->refusal().isEmpty()) {
        words = tr("Not switched: %1").arg(sources_->refusal());
    }
    notice_->setWords(words, model().feed().contact().chainAlarm);
    place();
}

void SourcesPage::showDisplay(const OverviewDisplay&) { showNotice(); }

void SourcesPage::resizeEvent(QResizeEvent*) { place(); }

void SourcesPage::place()
{
    constexpr int kNarrow = 1100;
    const bool isNarrow = window()->width() < kNarrow;
    const int margin = isNarrow ? 12 : 24;
    const int gap = isNarrow ? 10 : 16;
    const int inner = width() - 2 * margin;
    int top = isNarrow ? 12 : 20;
    if (!notice_->isHidden()) {
        const int height = notice_->layout()->hasHeightForWidth()
            ? notice_->layout()->heightForWidth(inner)
            : notice_->sizeHint().height();
        notice_->setGeometry(margin, top, inner, height);
        top += height + gap;
    }
    const int height = this->height() - top - (isNarrow ? 12 : 20);
    int index = 0;
    for (auto* column : { &local_, &service_, &fleet_ }) {
        const int left = margin + (inner + gap) * index / 3;
        const int right = margin + (inner + gap) * (index + 1) / 3 - gap;
        column->card->setGeometry(left, top, right - left, height);
        ++index;
    }
}

}  // namespace headroom::ui
