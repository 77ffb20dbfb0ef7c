#include "ct/storage/text_source.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ct/core/result.hpp"
#include "support/csv_text.hpp"
#include "support/packed.hpp"
#include "support/random.hpp"
#include "support/temporary_folder.hpp"

namespace ct::storage {
namespace {

namespace fs = std::filesystem;
using test::gzipped;
using test::write_zip;
using testing::ElementsAre;
using testing::HasSubstr;

/// Keeps what it is given: "name=text" of each complete file.
class Collected final : public TextSink {
  public:
    Result<void> begin_file(const std::string& name) override {
        files.push_back(name + "=");
        return {};
    }
    Result<void> feed(std::string_view chunk) override {
        EXPECT_LE(chunk.size(), kChunkBytes);
        EXPECT_FALSE(chunk.empty());
        files.back() += chunk;
        if (refuse) return fail(ErrorCode::kInvalidData, "refused");
        return {};
    }
    Result<void> end_file() override {
        ++ended;
        return {};
    }

    std::vector<std::string> files;
    std::size_t ended = 0;
    bool refuse = false;
};

class TextSource : public testing::Test {
  protected:
    /// The only file's text, or the error.
    static std::string text_of(const fs::path& path) {
        Collected sink;
        const auto read = read_text(path, sink);
        if (!read) return read.error().message;
        EXPECT_EQ(sink.files.size(), 1U);
        EXPECT_EQ(sink.ended, 1U);
        return sink.files.at(0).substr(path.string().size() + 1);
    }
    static Error error_of(const fs::path& path) {
        Collected sink;
        const auto read = read_text(path, sink);
        EXPECT_FALSE(read);
        return read ? Error{} : read.error();
    }
    /// A path in the folder, as messages show it.
    [[nodiscard]] std::string shown(std::string_view name) const { return (folder_ / name).string(); }

    /// Text of several chunks that does not compress well.
    static std::string large_text() {
        std::string text;
        for (std::uint64_t i = 0; text.size() < 3 * kChunkBytes; ++i)
            text += std::to_string(i * 0x9e3779b97f4a7c15U) + "\n";
        return text;
    }

    test::TemporaryFolder folder_;
};

TEST_F(TextSource, ReadsPlainFiles) {
    EXPECT_EQ(text_of(folder_.file("a.csv", "1,2\n")), "1,2\n");
    EXPECT_EQ(text_of(folder_.file("empty.csv", "")), "");
    EXPECT_EQ(text_of(folder_.file("large", large_text())), large_text());
}

TEST_F(TextSource, ReadsGzip) {
    EXPECT_EQ(text_of(folder_.file("a.csv.gz", gzipped("1,2\n"))), "1,2\n");
    EXPECT_EQ(text_of(folder_.file("empty.gz", gzipped(""))), "");
    EXPECT_EQ(text_of(folder_.file("large.gz", gzipped(large_text()))), large_text());
    EXPECT_EQ(text_of(folder_.file("zeros.gz", gzipped(std::string(5'000'000, '0')))), std::string(5'000'000, '0'));
}

TEST_F(TextSource, TellsCompressionByContent) {
    EXPECT_EQ(text_of(folder_.file("a.csv", gzipped("1,2\n"))), "1,2\n");
    EXPECT_EQ(text_of(folder_.file("b.csv.gz", "1,2\n")), "1,2\n");
}

TEST_F(TextSource, ReadsGzipOfSeveralMembers) {
    EXPECT_EQ(text_of(folder_.file("a.gz", gzipped("1\n") + gzipped("") + gzipped("2\n"))), "1\n2\n");
    EXPECT_EQ(text_of(folder_.file("b.gz", gzipped("1\n") + std::string(700, '\0'))), "1\n");
}

TEST_F(TextSource, RefusesDamagedGzip) {
    const std::string whole = gzipped(large_text());
    for (const std::size_t size : {std::size_t{3}, std::size_t{12}, whole.size() / 2, whole.size() - 1}) {
        const Error error = error_of(folder_.file("cut.gz", whole.substr(0, size)));
        EXPECT_EQ(error.code, ErrorCode::kInvalidData);
        EXPECT_EQ(error.message, shown("cut.gz") + ": truncated gzip, expected more after its last byte");
    }
    EXPECT_EQ(error_of(folder_.file("cut2.gz", gzipped("1\n") + whole.substr(0, 100))).message,
              shown("cut2.gz") + ": truncated gzip, expected more after its last byte");
    EXPECT_EQ(error_of(folder_.file("tail.gz", gzipped("1\n") + "xyz")).message,
              shown("tail.gz") + ": bytes that are no gzip follow its end");
    std::string wrong = gzipped("hello hello hello\n");
    ++wrong[wrong.size() - 6];
    const Error error = error_of(folder_.file("crc.gz", wrong));
    EXPECT_EQ(error.code, ErrorCode::kInvalidData);
    EXPECT_EQ(error.message, shown("crc.gz") + ": damaged gzip (incorrect data check)");
}

TEST_F(TextSource, ReadsTheCsvMembersOfAZipInNameOrder) {
    write_zip(folder_ / "a.zip", {{"b.csv", "2\n"},
                                  {"sub/", ""},
                                  {"readme.txt", "x"},
                                  {"a.CSV", "1\n"},
                                  {"sub/c.csv", "3\n"},
                                  {"__MACOSX/._a.csv", "y"}});
    Collected sink;
    const auto ignored = read_text(folder_ / "a.zip", sink);
    ASSERT_TRUE(ignored) << ignored.error().message;
    EXPECT_THAT(sink.files,
                ElementsAre(shown("a.zip/a.CSV=1\n"), shown("a.zip/b.csv=2\n"), shown("a.zip/sub/c.csv=3\n")));
    EXPECT_EQ(sink.ended, 3U);
    EXPECT_THAT(*ignored, ElementsAre(shown("a.zip/readme.txt"), shown("a.zip/__MACOSX/._a.csv")));
}

TEST_F(TextSource, ReadsLargeZipMembers) {
    write_zip(folder_ / "a.zip", {{"a.csv", large_text()}});
    Collected sink;
    ASSERT_TRUE(read_text(folder_ / "a.zip", sink));
    EXPECT_EQ(sink.files.at(0), shown("a.zip/a.csv=") + large_text());
}

TEST_F(TextSource, RefusesZipsWithoutCsv) {
    write_zip(folder_ / "empty.zip", {});
    write_zip(folder_ / "other.zip", {{"a.txt", "1"}});
    for (const std::string name : {"empty.zip", "other.zip"}) {
        const Error error = error_of(folder_ / name);
        EXPECT_EQ(error.code, ErrorCode::kInvalidData);
        EXPECT_EQ(error.message, shown(name) + ": no .csv file in this zip");
    }
}

TEST_F(TextSource, RefusesDamagedZips) {
    write_zip(folder_ / "a.zip", {{"a.csv", large_text()}, {"b.csv", "2\n"}});
    const std::string whole = test::file_bytes(folder_ / "a.zip");
    for (const std::size_t size : {std::size_t{4}, whole.size() / 2, whole.size() - 30}) {
        const Error error = error_of(folder_.file("cut.zip", whole.substr(0, size)));
        EXPECT_EQ(error.code, ErrorCode::kInvalidData);
        EXPECT_EQ(error.message, shown("cut.zip") + ": damaged or truncated zip");
    }
    std::string wrong = whole;
    ++wrong[1000];
    const Error error = error_of(folder_.file("wrong.zip", wrong));
    EXPECT_EQ(error.code, ErrorCode::kInvalidData);
    EXPECT_THAT(error.message, HasSubstr("wrong.zip/a.csv: damaged"));
}

TEST_F(TextSource, RefusesAWrongCrc) {
    write_zip(folder_ / "a.zip", {{"a.csv", "2\n"}});
    std::string bytes = test::file_bytes(folder_ / "a.zip");
    const std::size_t directory = bytes.find("PK\x01\x02");
    ++bytes[directory + 16];
    // Both headers carry the CRC; when they differ the archive counts as damaged before it is read.
    ++bytes[14];
    EXPECT_EQ(error_of(folder_.file("b.zip", bytes)).message, shown("b.zip/a.csv") + ": damaged zip (wrong CRC)");
}

TEST_F(TextSource, RefusesEncryptedZips) {
    write_zip(folder_ / "a.zip", {{"a.csv", "1\n"}}, "secret");
    const Error error = error_of(folder_ / "a.zip");
    EXPECT_EQ(error.code, ErrorCode::kUnsupported);
    EXPECT_EQ(error.message, shown("a.zip/a.csv") + ": an encrypted member, expected a plain zip");
}

TEST_F(TextSource, ReadsAFolderInNameOrder) {
    (void)folder_.file("c.csv", "3\n");
    (void)folder_.file("a.csv.gz", gzipped("1\n"));
    (void)folder_.file("notes.txt", "x");
    (void)folder_.file(".hidden.csv", "x");
    write_zip(folder_ / "b.zip", {{"x.csv", "2\n"}, {"x.md", ""}});
    fs::create_directory(folder_ / "d.csv");
    Collected sink;
    const auto ignored = read_text(folder_.path(), sink);
    ASSERT_TRUE(ignored) << ignored.error().message;
    EXPECT_THAT(sink.files, ElementsAre(shown("a.csv.gz=1\n"), shown("b.zip/x.csv=2\n"), shown("c.csv=3\n")));
    EXPECT_THAT(*ignored, ElementsAre(shown(".hidden.csv"), shown("notes.txt"), shown("b.zip/x.md")));
}

TEST_F(TextSource, RefusesAFolderWithoutCsv) {
    (void)folder_.file("notes.txt", "x");
    const Error error = error_of(folder_.path());
    EXPECT_EQ(error.code, ErrorCode::kInvalidData);
    EXPECT_EQ(error.message, folder_.path().string() + ": a folder without .csv, .csv.gz or .zip files");
}

TEST_F(TextSource, SaysWhenAFileDoesNotExist) {
    const Error error = error_of(folder_ / "no.csv");
    EXPECT_EQ(error.code, ErrorCode::kNotFound);
    EXPECT_EQ(error.message, "no such file or folder: " + shown("no.csv"));
    EXPECT_EQ(error_of(folder_.file("a.csv", "1") / "b").code, ErrorCode::kNotFound);
}

TEST_F(TextSource, SaysWhenTheSystemRefuses) {
    fs::create_symlink("loop.csv", folder_ / "loop.csv");
    const Error loop = error_of(folder_ / "loop.csv");
    EXPECT_EQ(loop.code, ErrorCode::kReadFailed);
    EXPECT_EQ(loop.message, "cannot read " + shown("loop.csv") + ": Too many levels of symbolic links");
    if (geteuid() == 0) return;  // root may read everything
    const fs::path closed = folder_.file("closed.csv", "1,2\n");
    fs::permissions(closed, fs::perms::none);
    const Error error = error_of(closed);
    EXPECT_EQ(error.code, ErrorCode::kReadFailed);
    EXPECT_EQ(error.message, "cannot read " + shown("closed.csv") + ": Permission denied");
}

TEST_F(TextSource, NamesForeignFormats) {
    const Error error = error_of(folder_.file("a.csv.zst", "\x28\xb5\x2f\xfd...."));
    EXPECT_EQ(error.code, ErrorCode::kUnsupported);
    EXPECT_EQ(error.message, shown("a.csv.zst") + ": a zstd file, expected CSV text, plain, gzip or zip");
    EXPECT_THAT(error_of(folder_.file("a.parquet", "PAR1....")).message, HasSubstr("a Parquet file"));
    EXPECT_THAT(error_of(folder_.file("a.csv.xz",
                                      "\xfd"
                                      "7zXZ\0"))
                    .message,
                HasSubstr("an xz file"));
}

TEST_F(TextSource, PassesOnTheErrorOfTheSink) {
    Collected sink;
    sink.refuse = true;
    write_zip(folder_ / "a.zip", {{"a.csv", "1\n"}});
    for (const auto& path : {folder_.file("a.csv", "1\n"), folder_.file("a.gz", gzipped("1\n")), folder_ / "a.zip"}) {
        const auto read = read_text(path, sink);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().message, "refused");
    }
    EXPECT_EQ(sink.ended, 0U);
}

TEST_F(TextSource, TellsItsProgress) {
    (void)folder_.file("a.csv", large_text());
    (void)folder_.file("b.csv.gz", gzipped(large_text()));
    write_zip(folder_ / "c.zip", {{"a.csv", large_text()}});
    std::vector<std::uint64_t> seen;
    Collected sink;
    std::uint64_t expected = 0;
    for (const std::string name : {"a.csv", "b.csv.gz", "c.zip"}) expected += fs::file_size(folder_ / name);
    ASSERT_TRUE(read_text(folder_.path(), sink, [&](std::uint64_t done, std::uint64_t total) {
        EXPECT_EQ(total, expected);
        seen.push_back(done);
    }));
    EXPECT_TRUE(std::ranges::is_sorted(seen));
    EXPECT_GE(seen.size(), 9U);
    EXPECT_EQ(seen.back(), expected);
}

TEST_F(TextSource, DamagedFilesFailOrReadAndNeverCrash) {
    const std::uint64_t seed = std::random_device{}();
    std::cout << "seed " << seed << '\n' << std::flush;
    test::Random random(seed);
    write_zip(folder_ / "a.zip", {{"a.csv", std::string(300, '1')}, {"b.csv", "2\n"}});
    for (const std::string& whole : {test::file_bytes(folder_ / "a.zip"), gzipped(large_text().substr(0, 2'000))}) {
        const auto size = static_cast<std::int64_t>(whole.size());
        for (int i = 0; i < 500; ++i) {
            std::string bytes = whole;
            for (std::int64_t flips = random.between(1, 4); flips > 0; --flips) {
                bytes[static_cast<std::size_t>(random.between(0, size - 1))] =
                    static_cast<char>(random.between(-128, 127));
            }
            if (random.once_in(4)) bytes.resize(static_cast<std::size_t>(random.between(0, size)));
            Collected sink;
            const auto read = read_text(folder_.file("damaged", bytes), sink);
            EXPECT_TRUE(read || !read.error().message.empty());
        }
    }
}

TEST_F(TextSource, ReadsAPipe) {
    const fs::path pipe = folder_ / "pipe";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    std::thread writer([&] { std::ofstream(pipe) << gzipped("1,2\n"); });
    EXPECT_EQ(text_of(pipe), "1,2\n");
    writer.join();
}

}  // namespace
}  // namespace ct::storage
