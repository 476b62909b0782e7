// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QTest>
#include <QWidget>

#include <functional>

namespace headroom::ui {

/// Counts the paint events of a widget and of everything in it.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget& widget)
        : widget_(widget)
    {
        qApp->installEventFilter(this);
    }

    /// How often the widget is painted because of `change`. Its window has to be shown. Waits for
    /// no time: a witness beside it asks for a repaint after the change, and windows are painted as
    /// a whole.
    int paintsAfter(const std::function<void()>& change)
    {
        QWidget witness(widget_.window());
        // In a corner of its own: what lies under it would be painted with it.
        witness.setGeometry(witness.window()->width() - 1, witness.window()->height() - 1, 1, 1);
        witness.show();
        settle(witness);
        count_ = 0;
        change();
        settle(witness);
        return count_;
    }

    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            auto* painted = qobject_cast<QWidget*>(object);
            witnessed_ = witnessed_ || painted == awaited_;
            count_ += painted == &widget_ || widget_.isAncestorOf(painted) ? 1 : 0;
        }
        return false;
    }

private:
    void settle(QWidget& witness)
    {
        awaited_ = &witness;
        witnessed_ = false;
        witness.update();
        QTRY_VERIFY(witnessed_);
    }

    QWidget& widget_;
    QWidget* awaited_ = nullptr;
    bool witnessed_ = false;
    int count_ = 0;
};

/// A window that stays on the off-screen platform, with one panel in it and a free
/// corner for the witness.
template <typename Panel>
struct Shown {
    explicit Shown(QSize size)
    {
        window.resize(size + QSize(20, 20));
        panel.resize(size);
        window.show();
    }
    QWidget window;
    Panel panel { &window };
};

}  // namespace headroom::ui
