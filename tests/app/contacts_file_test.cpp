// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config/contacts_file.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace headroom::app {
namespace {

namespace fs = std::filesystem;

class ContactsFile : public testing::Test {
protected:
    void write(const std::string& text) const
    {
        std::ofstream(file_, std::ios::binary) << text;
        fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write);
    }
    [[nodiscard]] std::string fault() const
    {
        const auto policy = contactsOfState(dir_.path());
        return policy ? "no fault" : policy.error().text();
    }
    void expectFault(const std::string& why) const
    {
        EXPECT_EQ(fault(), file_.string() + ": " + why);
    }

    TempDir dir_;
    fs::path file_ = dir_.path() / kContactsFile;
};

const std::string kGood
    = R"({"format": 1, "contacts": {"Ops_Team": {"email": "ops@example.org"}}})";

TEST_F(ContactsFile, isReadFromTheStateFolder)
{
    write(kGood);
    const auto policy = contactsOfState(dir_.path());
    ASSERT_TRUE(policy) << policy.error().text();
    EXPECT_EQ(policy->contacts.at("Ops_Team").email, "ops@example.org");
}

TEST_F(ContactsFile, missingInTheStateFolderIsTheCertifiedEscalation)
{
    const auto policy = contactsOfState(dir_.path());
    ASSERT_TRUE(policy) << policy.error().text();
    EXPECT_EQ(*policy, certifiedEscalation());
}

TEST_F(ContactsFile, missingWhereSomebodyNamedItIsAnError)
{
    const auto policy = contactsFromFile(file_);
    ASSERT_FALSE(policy);
    EXPECT_EQ(policy.error().code, ErrorCode::NotFound);
    EXPECT_EQ(policy.error().text(), file_.string() + ": is not there");
}

TEST_F(ContactsFile, aLinkIsFollowedAndOneThatPointsNowhereIsAnError)
{
    const auto elsewhere = dir_.path() / "elsewhere.json";
    fs::create_symlink(elsewhere, file_);
    expectFault("is not there");
    std::ofstream(elsewhere) << kGood;
    fs::permissions(elsewhere, fs::perms::owner_read);
    EXPECT_EQ(fault(), "no fault");
}

TEST_F(ContactsFile, aFolderAndAPipeAreRefusedWithoutWaiting)
{
    fs::create_directory(file_);
    expectFault("is a folder; it must be a file");
    fs::remove(file_);
    ASSERT_EQ(::mkfifo(file_.c_str(), 0600), 0);
    expectFault("is not a regular file");
}

TEST_F(ContactsFile, emptyIsNotTheSameAsMissing)
{
    write("");
    expectFault(
        "is empty, as after a power cut; restore it, or remove it to go on without contacts");
}

TEST_F(ContactsFile, ofMoreThanAMebibyteIsRefused)
{
    write(kGood + std::string(1024UL * 1024, ' '));
    EXPECT_NE(fault().find("longer than 1 MiB"), std::string::npos) << fault();
    write(kGood + std::string(1024UL * 1024 - kGood.size(), ' '));
    EXPECT_EQ(fault(), "no fault");
    // 100 GB that take no space: reading stops after the first.
    fs::resize_file(file_, 100'000'000'000);
    EXPECT_NE(fault(), "no fault");
}

TEST_F(ContactsFile, thatIsBinaryIsRefused)
{
    write(std::string("\x7f"
                      "ELF\0\0",
        6));
    expectFault("is not a text file");
    write("\xff\xfe{}");
    EXPECT_NE(fault().find("not JSON at line 1, column 1"), std::string::npos) << fault();
}

TEST_F(ContactsFile, thatOthersCanWriteIsRefused)
{
    for (const auto other : { fs::perms::group_write, fs::perms::others_write }) {
        write(kGood);
        fs::permissions(file_, other, fs::perm_options::add);
        expectFault("can be written by others, who could have any program run; chmod go-w it");
    }
    write(kGood);
    fs::permissions(file_, fs::perms::others_read, fs::perm_options::add);
    EXPECT_EQ(fault(), "no fault");
}

TEST_F(ContactsFile, ofAnotherUserOrWithoutTheRightToReadItIsRefused)
{
    write(kGood);
    if (::geteuid() != 0) {
        fs::permissions(file_, fs::perms::none);
        expectFault("cannot be read: Permission denied");
        return;
    }
    // Root may read everything, so here another user's file is what can be tried.
    ASSERT_EQ(::chown(file_.c_str(), 65534, 65534), 0);
    expectFault("belongs to another user, who could have any program run; it must be root's or "
                "yours");
}

TEST_F(ContactsFile, withAWrongValueIsRefusedByItsNameAndPath)
{
    write(R"({"format": 1, "contacts": {"Ops_Team": {"mail": "x"}}})");
    EXPECT_TRUE(fault().starts_with(file_.string() + ": contacts.Ops_Team.mail: unknown key"))
        << fault();
}

}  // namespace
}  // namespace headroom::app
