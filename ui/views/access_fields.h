// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/source_desk.h"

#include <QWidget>

class QVBoxLayout;

namespace headroom::ui {

class FieldBox;
class PlainLabel;
class PushButton;
class SourcesModel;

/// What a server is asked with: the token, where it is kept, and by whose authorities the
/// certificate is verified. Reads and fills in the model of the sources page. Main thread.
class AccessFields final : public QWidget {
    Q_OBJECT
public:
    /// Of this kind, Service or Fleet. The token's name is for who cannot see where it stands. The
    /// model outlives this.
    AccessFields(SourcesModel& sources, SourceKind kind, const QString& tokenName,
        QString ifNone, QWidget* parent = nullptr);

    /// Shows the model as it is now.
    void showModel();

private:
    void addToken(QVBoxLayout& into, const QString& tokenName);
    void addKept(QVBoxLayout& into, const QString& tokenName);
    void addTls(QVBoxLayout& into);
    void chooseCaFile();

    SourcesModel& sources_;
    const SourceKind kind_;
    const QString ifNone_;  ///< stands in the empty field
    FieldBox* token_ = nullptr;
    PlainLabel* tokenPlace_ = nullptr;
    PushButton* forget_ = nullptr;
    PlainLabel* tls_ = nullptr;
    PushButton* caFile_ = nullptr;
};

}  // namespace headroom::ui
