// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sources_model.h"
#include "ui/views/view.h"

#include <array>
#include <memory>

namespace headroom::ui {

class AccessFields;
class CoverList;
class FieldBox;
class PlainLabel;
class PushButton;
class SourceCard;
class SourceOption;
class SourceReportBox;
class SourcesNotice;

/// Where Headroom reads from: what there is, whether it answers, and which one the window shows.
/// Main thread.
class SourcesPage final : public View {
    Q_OBJECT
public:
    explicit SourcesPage(OverviewModel& model, QWidget* parent = nullptr);
    ~SourcesPage() override;

    void setTheme(const Theme& theme) override;
    /// Brings a kind to the fore: the keyboard is on what has to be filled in for it.
    void goTo(SourceKind kind);

protected:
    void showDisplay(const OverviewDisplay& display) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What every card has below what is to be filled in.
    struct Column {
        SourceCard* card = nullptr;
        SourceReportBox* report = nullptr;
        PlainLabel* coverTitle = nullptr;
        CoverList* covers = nullptr;
        PlainLabel* why = nullptr;  ///< why it cannot be used
    };

    void buildEmbedded();
    void buildService();
    void buildFleet();
    void addRest(Column& column);
    FieldBox* addField(const QString& name, const QString& hint, SourceKind kind);
    void follow(FieldBox* field, SourceKind kind);
    void chooseEmbedded(SourceKind kind);
    void chooseFolder();
    void copyDetails(SourceKind kind);
    void takeFocus(const QWidget* widget);
    [[nodiscard]] SourceKind kindOf(const Column& column) const;
    void showModel();
    void showColumn(Column& column);
    void showNotice();
    void place();

    std::unique_ptr<SourcesModel> sources_;
    const Theme* theme_ = &Theme::dark();
    SourceKind embedded_ = SourceKind::Workload;
    SourcesNotice* notice_;
    Column local_;
    Column service_;
    Column fleet_;
    std::array<SourceOption*, 3> options_ {};
    FieldBox* folder_ = nullptr;
    PushButton* choose_ = nullptr;
    FieldBox* database_ = nullptr;
    FieldBox* address_ = nullptr;
    FieldBox* server_ = nullptr;
    std::array<AccessFields*, 2> access_ {};  ///< of the service, of the fleet
};

}  // namespace headroom::ui
