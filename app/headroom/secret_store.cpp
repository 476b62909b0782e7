// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/secret_store.h"

#include "app/config/owned_file.h"

#include <QCryptographicHash>
#include <QSaveFile>
#include <qt6keychain/keychain.h>

#include <sys/stat.h>

#include <cerrno>

namespace headroom {

namespace {

const QString kService = QStringLiteral("headroom");

Error errorOf(const QKeychain::Job& job)
{
    const auto code
        = job.error() == QKeychain::EntryNotFound ? ErrorCode::NotFound : ErrorCode::Unavailable;
    return { code, "the desktop's secret store: " + job.errorString().toStdString(), {} };
}

class DesktopSecrets final : public SecretStore {
public:
    [[nodiscard]] QString place() const override
    {
        return SecretStore::tr("in the desktop's secret store");
    }
    void read(const QString& name, Read read) override
    {
        auto* job = new QKeychain::ReadPasswordJob(kService, this);
        job->setKey(name);
        connect(job, &QKeychain::Job::finished, this, [job, read = std::move(read)] {
            read(job->error() == QKeychain::NoError ? Result<QByteArray>(job->binaryData())
                                                    : Result<QByteArray>(errorOf(*job)));
        });
        job->start();
    }
    void write(const QString& name, const QByteArray& secret, Done done) override
    {
        auto* job = new QKeychain::WritePasswordJob(kService, this);
        job->setKey(name);
        job->setBinaryData(secret);
        finish(job, std::move(done));
    }
    void remove(const QString& name, Done done) override
    {
        auto* job = new QKeychain::DeletePasswordJob(kService, this);
        job->setKey(name);
        finish(job, std::move(done));
    }

private:
    void finish(QKeychain::Job* job, Done done)
    {
        connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
            done(job->error() == QKeychain::NoError ? Result<void>() : Result<void>(errorOf(*job)));
        });
        job->start();
    }
};

class FileSecrets final : public SecretStore {
public:
    explicit FileSecrets(std::filesystem::path folder)
        : folder_(std::move(folder))
    {
    }

    [[nodiscard]] QString place() const override
    {
        return SecretStore::tr("in %1, for this account alone (no secret store answers here)")
            .arg(QString::fromStdString(folder_.string()));
    }
    void read(const QString& name, Read read) override
    {
        const app::FileRules rules { app::Readers::Nobody, false, 8192, "act in your name" };
        const auto content = app::readOwnedFile(fileOf(name), rules);
        read(content ? Result<QByteArray>(QByteArray::fromStdString(*content))
                     : Result<QByteArray>(content.error()));
    }
    void write(const QString& name, const QByteArray& secret, Done done) override
    {
        if (::mkdir(folder_.c_str(), 0700) != 0 && errno != EEXIST) {
            done(Error { ErrorCode::Io, "cannot create " + folder_.string(), {} });
            return;
        }
        QSaveFile file(QString::fromStdString(fileOf(name).string()));
        const bool isWritten = file.open(QIODevice::WriteOnly)
            && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
            && file.write(secret) == secret.size() && file.commit();
        done(isWritten ? Result<void>()
                       : Result<void>(Error { ErrorCode::Io,
                           "cannot write " + file.fileName().toStdString() + ": "
                               + file.errorString().toStdString(),
                           {} }));
    }
    void remove(const QString& name, Done done) override
    {
        std::error_code failed;
        std::filesystem::remove(fileOf(name), failed);
        done(failed ? Result<void>(Error { ErrorCode::Io, failed.message(), {} }) : Result<void>());
    }

private:
    /// A name may hold anything that an address may.
    [[nodiscard]] std::filesystem::path fileOf(const QString& name) const
    {
        const auto hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
        return folder_ / (hash.toHex().left(16).toStdString() + ".token");
    }

    std::filesystem::path folder_;
};

}  // namespace

std::unique_ptr<SecretStore> makeDesktopSecrets() { return std::make_unique<DesktopSecrets>(); }

std::unique_ptr<SecretStore> makeFileSecrets(const std::filesystem::path& folder)
{
    return std::make_unique<FileSecrets>(folder);
}

}  // namespace headroom
