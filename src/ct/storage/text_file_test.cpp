#include "ct/storage/text_file.hpp"

#include <filesystem>
#include <fstream>
#include <ios>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "ct/core/result.hpp"
#include "support/temporary_folder.hpp"

namespace ct::storage {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class TextFile : public testing::Test {
  protected:
    static std::string read(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] auto files() const { return std::distance(fs::directory_iterator(folder_.path()), {}); }

    test::TemporaryFolder folder_;
};

TEST_F(TextFile, WritesAndReplaces) {
    const fs::path path = folder_ / "report.html";
    ASSERT_TRUE(write_text_file(path, "first version"));
    EXPECT_EQ(read(path), "first version");
    const std::string large(5'000'000, 'x');
    ASSERT_TRUE(write_text_file(path, large));
    EXPECT_EQ(read(path), large);
    ASSERT_TRUE(write_text_file(path, ""));
    EXPECT_EQ(read(path), "");
    EXPECT_EQ(files(), 1) << "a temporary file was left behind";
}

TEST_F(TextFile, IsReadableAsTheUmaskSays) {
    const fs::path path = folder_ / "report.html";
    ASSERT_TRUE(write_text_file(path, "text"));
    EXPECT_EQ(fs::status(path).permissions() & fs::perms::owner_all, fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(TextFile, DoesNotFollowALinkThatHasTheTemporaryName) {
    const fs::path stranger = folder_ / "stranger";
    std::ofstream(stranger) << "keep me";
    fs::create_symlink(stranger, folder_ / (".a.json." + std::to_string(getpid()) + ".tmp"));
    ASSERT_TRUE(write_text_file(folder_ / "a.json", "{}"));
    EXPECT_EQ(read(folder_ / "a.json"), "{}");
    EXPECT_EQ(read(stranger), "keep me");
    EXPECT_TRUE(fs::is_regular_file(fs::symlink_status(folder_ / "a.json")));
}

TEST_F(TextFile, NamesThePathAndTheReason) {
    const fs::path path = folder_ / "no/such/folder.json";
    const auto written = write_text_file(path, "{}");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::kWriteFailed);
    EXPECT_THAT(written.error().message, HasSubstr(path.string()));
    EXPECT_THAT(written.error().message, HasSubstr("No such file or directory"));
}

TEST_F(TextFile, RefusesAFolder) {
    const auto written = write_text_file(folder_.path(), "{}");
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().message, HasSubstr("Is a directory"));
}

TEST_F(TextFile, LeavesTheOldFileWhenTheFolderIsReadOnly) {
    if (geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
    const fs::path path = folder_ / "a.json";
    ASSERT_TRUE(write_text_file(path, "old"));
    fs::permissions(folder_.path(), fs::perms::owner_read | fs::perms::owner_exec);
    const auto written = write_text_file(path, "new");
    fs::permissions(folder_.path(), fs::perms::owner_all);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::kWriteFailed);
    EXPECT_EQ(read(path), "old");
}

TEST_F(TextFile, WritesThroughALinkAndToADevice) {
    const fs::path target = folder_ / "target.json";
    const fs::path link = folder_ / "link.json";
    ASSERT_TRUE(write_text_file(target, "old"));
    fs::create_symlink(target, link);
    ASSERT_TRUE(write_text_file(link, "new"));
    EXPECT_TRUE(fs::is_symlink(link));
    EXPECT_EQ(read(target), "new");
    EXPECT_TRUE(write_text_file("/dev/null", "text"));
}

TEST_F(TextFile, TellsThatTheDiskIsFull) {
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
    const auto written = write_text_file("/dev/full", "text");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::kWriteFailed);
    EXPECT_THAT(written.error().message, HasSubstr("No space left on device"));
}

}  // namespace
}  // namespace ct::storage
