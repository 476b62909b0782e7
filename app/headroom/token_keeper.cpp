// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/token_keeper.h"

#include <utility>

namespace headroom {

namespace {

const QString kDesktop = QStringLiteral("desktop");
const QString kFile = QStringLiteral("file");

}  // namespace

TokenKeeper::TokenKeeper(std::unique_ptr<SecretStore> desktop, std::unique_ptr<SecretStore> files)
    : desktop_(std::move(desktop))
    , files_(std::move(files))
{
}

SecretStore* TokenKeeper::storeOf(const QString& origin) const
{
    return places_.value(origin) == kDesktop ? desktop_.get() : files_.get();
}

QString TokenKeeper::placeText(const QString& origin) const
{
    if (has(origin) && storeOf(origin) != nullptr) {
        return storeOf(origin)->place();
    }
    if (desktop_ == nullptr || isDesktopKnownDeaf_) {
        return files_->place();
    }
    return tr("in the desktop's secret store if there is one, else in a file for this "
              "account alone");
}

void TokenKeeper::read(const QString& origin, SecretStore::Read read)
{
    auto* store = has(origin) ? storeOf(origin) : nullptr;
    if (store == nullptr) {
        read(Error { ErrorCode::NotFound, "no token is kept for " + origin.toStdString(), {} });
        return;
    }
    store->read(origin, std::move(read));
}

void TokenKeeper::keep(const QString& origin, const QByteArray& token, SecretStore::Done done)
{
    const auto inFile = [this, origin, token, done] {
        files_->write(origin, token, [this, origin, done](const Result<void>& written) {
            if (written) {
                places_.insert(origin, kFile);
            }
            done(written);
        });
    };
    if (desktop_ == nullptr) {
        inFile();
        return;
    }
    desktop_->write(origin, token, [this, origin, done, inFile](const Result<void>& written) {
        isDesktopKnownDeaf_ = !written;
        if (!written) {
            inFile();
            return;
        }
        // An older copy in a file would outlive the one that people know of.
        files_->remove(origin, [](const Result<void>&) {});
        places_.insert(origin, kDesktop);
        done(written);
    });
}

void TokenKeeper::forget(const QString& origin, SecretStore::Done done)
{
    auto* store = has(origin) ? storeOf(origin) : nullptr;
    if (store == nullptr) {
        done({});
        return;
    }
    store->remove(origin, [this, origin, done](const Result<void>& removed) {
        if (removed || removed.error().code == ErrorCode::NotFound) {
            places_.remove(origin);
        }
        done(removed);
    });
}

}  // namespace headroom
