// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"
#include "ui/models/threshold_backtest.h"
#include "ui/models/threshold_form.h"

namespace headroom::ui {

/// The thresholds page without its page: what is in force, what a person has typed, what is wrong
/// with it, what it would have raised, and the ways to keep it. Texts change only by setTexts(), so
/// that whoever calls it can undo. Lives in the main thread.
class ThresholdEditor : public QObject {
    Q_OBJECT
public:
    /// `feed` and `clock` outlive it.
    ThresholdEditor(
        Feed& feed, const Clock& clock, ThresholdPolicy certified, QObject* parent = nullptr);

    void setActive(bool active);

    [[nodiscard]] const ThresholdForm& form() const { return form_; }
    [[nodiscard]] ThresholdBacktest& backtest() { return backtest_; }
    [[nodiscard]] const ThresholdTexts& texts() const { return form_.texts(); }
    void setTexts(const ThresholdTexts& texts);

    // The texts after a person's deed; nothing changes by asking.
    [[nodiscard]] ThresholdTexts withText(
        Metric metric, ThresholdField field, const QString& text) const;
    [[nodiscard]] ThresholdTexts withOtherSide(Metric metric, ThresholdField field) const;
    [[nodiscard]] ThresholdTexts draggedTo(
        Metric metric, ThresholdField field, double fraction) const;
    [[nodiscard]] ThresholdTexts stepped(Metric metric, ThresholdField field, int steps) const;
    [[nodiscard]] ThresholdTexts certifiedTexts() const;
    [[nodiscard]] ThresholdTexts certifiedTexts(Metric metric) const;
    /// Of a file's text: those of the thresholds page's own files, or why not, each fault by its
    /// field.
    [[nodiscard]] Result<ThresholdTexts> imported(const QByteArray& json) const;
    /// What the page says, as such a file.
    [[nodiscard]] QByteArray exported() const;

    [[nodiscard]] ThresholdRowDisplay row(Metric metric) const;
    [[nodiscard]] bool isDirty() const { return form_.isDirty(); }
    /// Why nothing can be saved now; empty when it can.
    [[nodiscard]] QString whyNotSave() const;
    [[nodiscard]] bool canSave() const { return whyNotSave().isEmpty(); }
    /// A service elsewhere, of which this dashboard keeps a copy.
    [[nodiscard]] bool isRemote() const { return feed_.judged() != nullptr; }
    [[nodiscard]] bool isFollowingService() const;
    [[nodiscard]] bool canSend() const;
    /// What a save would change, a line each; sending to the service: what that would change there.
    [[nodiscard]] QStringList differences(bool ofService) const;
    /// What a person must know: damaged files, whose thresholds judge, somebody else's change.
    [[nodiscard]] QString notice() const;

    /// The texts become what is in force now.
    void revert();
    /// Keeps what the page says: where the core is ours, it judges by it; of a service, a local
    /// copy for these screens. The answer comes as saved().
    void save(const QString& reason);
    /// Asks the service itself to judge by what the page says.
    void sendToService(const QString& reason);
    /// No local copy any more: shown as the service judges.
    void followService();

Q_SIGNALS:
    void changed();
    /// The texts are others because what is in force is: nothing to undo.
    void reloaded();
    /// `error` is empty when it took effect, else a sentence for people.
    void saved(const QString& error);

private:
    enum class Asked { Nothing, Save, Send };

    void takeSnapshot();
    void takeAnswer(const QString& error);
    void loadInForce();
    void ask();
    [[nodiscard]] std::optional<EditableThresholds> inForce() const;
    [[nodiscard]] std::optional<EditableThresholds> ofService() const;
    [[nodiscard]] SnapshotPtr serviceSnapshot() const;
    [[nodiscard]] std::uint64_t versionInForce() const;
    [[nodiscard]] QString sourceName() const;
    [[nodiscard]] BacktestQuestion questionOf(
        Metric metric, const EditableThresholds& thresholds) const;

    Feed& feed_;
    const Clock& clock_;
    ThresholdForm form_;
    ThresholdBacktest backtest_;
    bool isActive_ = false;
    bool isLoaded_ = false;  ///< what is in force has been seen
    QString loadedFrom_;  ///< the source that they belong to
    bool isOvertaken_ = false;  ///< somebody changed it while the texts were dirty
    std::uint64_t version_ = 0;  ///< that the texts are based on
    Asked asked_ = Asked::Nothing;
};

/// One row for the screen, from what is known of its metric. `snapshot` may be null, `service` is
/// empty where the core is ours.
[[nodiscard]] ThresholdRowDisplay makeThresholdRow(const ThresholdForm& form, Metric metric,
    const Snapshot* snapshot, SteadyTime now, const std::optional<EditableThresholds>& service,
    const ThresholdBacktest& backtest);

/// The limit that the metric's bounds are about.
[[nodiscard]] double thresholdLimit(
    const ThresholdForm& form, Metric metric, const Snapshot* snapshot);

}  // namespace headroom::ui
