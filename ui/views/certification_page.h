// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/certification_model.h"
#include "ui/views/view.h"

#include <QPointer>

#include <functional>

class QScrollArea;

namespace headroom::ui {

class CertificateHeadPanel;
class CertificationTools;
class GuidancePanel;
class LimitTable;
class PageNotice;
class Panel;
class SegmentBar;

/// The certificate: where it stands, the seven limits with what was observed, what may be counted
/// on, and the review. Keys: R records a review, P exports the PDF, E the table, C the calendar.
/// Main thread.
class CertificationPage : public View {
    Q_OBJECT
public:
    explicit CertificationPage(OverviewModel& model, QWidget* parent = nullptr);
    ~CertificationPage() override;

    void setTheme(const Theme& theme) override;
    [[nodiscard]] QWidget* headerTools() override;

    /// What can be done here.
    [[nodiscard]] static std::vector<PageCommand> commands();

    [[nodiscard]] CertificationModel& certification() { return certification_; }
    /// Where to write to: asks a person, given a name to suggest and a filter; empty is no. Tests
    /// answer themselves.
    using PathChooser = std::function<QString(const QString& suggested, const QString& filter)>;
    void setPathChooser(PathChooser choose) { choosePath_ = std::move(choose); }
    /// What the last export or review said; empty when it was taken away again.
    [[nodiscard]] QString message() const;

    void exportPdf();
    void exportCalendar();
    void exportTable();
    void askForReview();
    void showTable(int index);

protected:
    void showDisplay(const OverviewDisplay& display) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void takeDisplay();
    void place();
    void placeContent(int width);
    void say(const QString& text, bool isError);
    void save(const QString& name, const QString& filter, const QByteArray& bytes);
    [[nodiscard]] QString sourceName() const;
    [[nodiscard]] QString fileName(const QString& extension) const;

    const Theme* theme_ = &Theme::dark();
    CertificationModel certification_;
    QPointer<CertificationTools> tools_;  ///< the header's, once it has taken them
    QScrollArea* scroll_;
    QWidget* ring_;  ///< around it, while it has the keyboard
    QWidget* content_;
    CertificateHeadPanel* head_;
    LimitTable* limits_;
    Panel* card_;  ///< behind tabs and guidance
    SegmentBar* tabs_;
    GuidancePanel* guidance_;
    PageNotice* notice_;
    PathChooser choosePath_;
    int table_;
};

}  // namespace headroom::ui
