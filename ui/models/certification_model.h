// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/certification/certification_status.h"
#include "ui/feed/feed.h"
#include "ui/text/certification_display.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace headroom::ui {

/// What is known of a source's certification, and since when.
struct CertificationData {
    std::optional<CertificationStatus> status;
    SystemTime answeredAt {};
    QString problem;  ///< why there is no answer, or none newer; empty: there is
    bool isAsking = false;
    std::optional<AuditVerdict> verdict;
    SystemTime verifiedAt {};
    QString verdictProblem;
};

/// The certification page: asks for the certificate's state while somebody looks, has the trail
/// verified, and sends reviews. Main thread; nothing in it waits.
class CertificationModel : public QObject {
    Q_OBJECT
public:
    /// `feed` and `clock` outlive the model. It is idle until setActive(true).
    CertificationModel(Feed& feed, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] const CertificationData& data() const { return data_; }
    [[nodiscard]] const CertificationDisplay& display() const { return display_; }
    /// The same as display(), in the words of files.
    [[nodiscard]] CertificationDisplay displayForFile() const;
    [[nodiscard]] SnapshotPtr snapshot() const { return feed_.latest(); }
    [[nodiscard]] const Feed& feed() const { return feed_; }
    [[nodiscard]] SystemTime now() const { return clock_.systemNow(); }

    void setActive(bool isActive);
    /// Time has passed; called once a second while active.
    void tick();
    /// Sends a review; refused() or recorded() follows. Refused at once where there are none.
    void record(const RecordReview& review);

Q_SIGNALS:
    void changed();
    /// The review stands, and the certificate is known with it: "2027-01-19".
    void recorded(const QString& nextReview);
    void refused(const QString& why);

private:
    void forget();
    void ask();
    /// Something is measured that the history had no second of yet.
    [[nodiscard]] bool lacksEvidence() const;
    void verify();
    void take(const Result<CertificationStatus>& answer);
    void takeCommandAnswer(const QString& error);
    void rebuild();

    Feed& feed_;
    const Clock& clock_;
    CertificationData data_;
    CertificationDisplay display_;
    QTimer timer_;
    std::optional<SteadyTime> askedAt_;
    std::optional<SteadyTime> verifyAskedAt_;
    quint64 source_ = 0;  ///< answers for one before are dropped
    bool isActive_ = false;
    bool isVerifying_ = false;
    bool isSubmitted_ = false;
    bool tellsRecorded_ = false;
};

}  // namespace headroom::ui
