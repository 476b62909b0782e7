// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"

#include <functional>

namespace headroom::ui {

/// A feed that is whatever feed stands behind it now, so that a window stays open while its source
/// is exchanged: another depository, or a drill. Answers of a feed that no longer stands there
/// become refusals. Lives in the main thread.
class SwitchFeed : public Feed {
    Q_OBJECT
public:
    /// Nothing stands behind it yet; `sourceText` until something does.
    explicit SwitchFeed(QString sourceText = {}, QObject* parent = nullptr);

    /// `inner` outlives this feed, or its own exchange; null for none. Signals sourceChanged(),
    /// then all that the new one has.
    void setInner(Feed* inner);
    [[nodiscard]] Feed* inner() const { return inner_; }

    [[nodiscard]] SnapshotPtr latest() const override;
    [[nodiscard]] AlertBoardPtr alerts() const override;
    [[nodiscard]] QString sourceText() const override;
    [[nodiscard]] bool isSimulated() const override;
    [[nodiscard]] std::optional<SimulationNote> simulation() const override;
    [[nodiscard]] bool isEmbedded() const override;
    [[nodiscard]] JudgedFeed* judged() override { return inner_ ? inner_->judged() : nullptr; }
    void submit(const Command& command) override;
    void acceptChain() override;
    void queryMetrics(QObject* context, std::vector<Metric> metrics, TimeRange range, int maxPoints,
        Answered<std::vector<HistoryAnswer>> answered) override;
    void queryLatency(QObject* context, TimeRange range, int maxPoints,
        Answered<LatencyAnswer> answered) override;
    void queryAlertHistory(
        QObject* context, std::size_t limit, Answered<AlertHistoryAnswer> answered) override;
    void queryStorageForecast(QObject* context, Answered<StorageForecast> answered) override;
    void queryCertification(QObject* context, Answered<CertificationStatus> answered) override;
    void queryAudit(QObject* context, AuditRange range, Answered<AuditAnswer> answered) override;
    void verifyAudit(QObject* context, Answered<AuditVerdict> answered) override;

private:
    /// Asks the inner feed by `ask(feed, answered)`; refuses when there is none.
    template <typename Answer, typename Ask>
    void pass(QObject* context, Answered<Answer> answered, Ask ask);
    [[nodiscard]] QString whyNobody() const;

    QString sourceText_;
    Feed* inner_ = nullptr;
    quint64 exchanges_ = 0;
};

}  // namespace headroom::ui
