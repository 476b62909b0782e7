// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headroom/source_switch.h"
#include "tests/support/temp_dir.h"
#include "ui/models/overview_model.h"
#include "ui/views/sources_page.h"
#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/plain_label.h"

#include <QFile>
#include <QTest>

#include <filesystem>
#include <memory>
#include <string>

namespace headroom::ui {

inline constexpr int kPatience = 30'000;  // only ends a test that has failed
inline const std::string kToken = "a-token-that-is-long-enough-to-be-one-0123456789";

class NoNotifier final : public Notifier {
public:
    Result<void> deliver(const Delivery&) override { return {}; }
};

inline std::string json(const std::string& status, const std::string& body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Numbers do not part from their words on the screen.
inline QString plain(QString text) { return text.replace(QChar::Nbsp, QLatin1Char(' ')); }

/// The program's sources and the page that shows them, on one state folder.
struct Program {
    explicit Program(const std::filesystem::path& state)
        : sources({ state, clock, files, notifier }, WorkloadSettings {},
            std::make_unique<TokenKeeper>(nullptr, makeFileSecrets(state / "tokens")), std::nullopt)
    {
        model.setSourceDesk(&sources);
        const auto started = sources.start();
        QVERIFY(started);
        page = std::make_unique<SourcesPage>(model);
        page->resize(1500, 900);
        page->show();
    }

    [[nodiscard]] FieldBox* field(const char* name) const
    {
        for (auto* box : page->findChildren<FieldBox*>()) {
            if (box->accessibleName() == QLatin1String(name)) {
                return box;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QAbstractButton* button(const char* name) const
    {
        for (auto* found : page->findChildren<QAbstractButton*>()) {
            if (found->accessibleName() == QLatin1String(name)
                || (found->isVisible() && found->text() == QLatin1String(name))) {
                return found;
            }
        }
        return nullptr;
    }
    void type(const char* name, const std::string& text) const
    {
        field(name)->setText(QString::fromStdString(text));
    }
    void press(const char* name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    [[nodiscard]] bool says(const QString& text) const
    {
        for (const auto* label : page->findChildren<PlainLabel*>()) {
            if (label->isVisible() && plain(label->text()).contains(text)) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool says(const char* text) const { return says(QString::fromUtf8(text)); }
    [[nodiscard]] std::string source() const
    {
        const auto snapshot = sources.feed().latest();
        return snapshot ? snapshot->source.name : std::string();
    }

    SystemClock clock;
    PosixFileSystem files;
    NoNotifier notifier;
    mutable SourceSwitch sources;
    OverviewModel model { sources.feed(), clock };
    std::unique_ptr<SourcesPage> page;
};

inline QByteArray contentOf(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace headroom::ui
