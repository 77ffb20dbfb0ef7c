#include "ct/storage/csv_file.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/csv.hpp"
#include "ct/data/digest.hpp"
#include "support/csv_text.hpp"
#include "support/packed.hpp"
#include "support/shared_data.hpp"
#include "support/temporary_folder.hpp"

namespace ct::storage {
namespace {

namespace fs = std::filesystem;
using test::csv_fixture;
using test::file_bytes;
using testing::ElementsAre;

std::string digest_of(const data::CsvSeries& read) { return data::bars_digest(read.series.columns()).text(); }

/// Rows of one-minute bars, without header, from a day on.
std::string rows_from(std::string_view day, std::size_t rows) {
    std::string text;
    const std::int64_t start = parse_iso_time(day).value() / kNsPerSecond;
    for (std::size_t i = 0; i < rows; ++i) {
        text += std::to_string(start + static_cast<std::int64_t>(i) * 60) + ",100,110,90," +
                std::to_string(95 + i % 10) + "." + std::to_string(i % 7) + ",7.25\n";
    }
    return text;
}

TEST(CsvFile, PlainGzipZipAndFolderGiveTheSameSeries) {
    const test::TemporaryFolder folder;
    const std::string first = rows_from("2024-01-01", 1440);
    const std::string second = rows_from("2024-01-02", 1440);
    const auto plain = read_csv(folder.file("plain.csv", first + second));
    ASSERT_TRUE(plain) << plain.error().message;
    EXPECT_EQ(plain->series.size(), 2880U);

    fs::create_directory(folder / "days");
    (void)folder.file("days/2.csv", second);
    (void)folder.file("days/1.csv.gz", test::gzipped(first));
    (void)folder.file("days/notes.txt", "x");
    test::write_zip(folder / "days.zip", {{"2024-01-01.csv", second}, {"2024-01-02.csv", first}});
    for (const auto& path :
         {folder.file("plain.csv.gz", test::gzipped(first + second)), folder / "days", folder / "days.zip"}) {
        const auto read = read_csv(path);
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(digest_of(*read), digest_of(*plain)) << path;
        EXPECT_EQ(read->series.timeframe.text(), "1m");
    }
    EXPECT_THAT(read_csv(folder / "days")->ignored, ElementsAre((folder / "days/notes.txt").string()));
}

TEST(CsvFile, ReadsManyChunksWithProgress) {
    const test::TemporaryFolder folder;
    const std::string text = rows_from("2024-01-01", 50'000);
    const auto path = folder.file("large.csv", text);
    std::uint64_t last = 0;
    const auto read = read_csv(path, {}, [&](std::uint64_t done, std::uint64_t total) {
        EXPECT_EQ(total, text.size());
        EXPECT_GE(done, last);
        last = done;
    });
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->series.size(), 50'000U);
    EXPECT_EQ(last, text.size());
}

TEST(CsvFile, NamesFileAndLine) {
    const test::TemporaryFolder folder;
    const auto path =
        folder.file("bad.csv.gz", test::gzipped(rows_from("2024-01-01", 16) + "1704068160,100,99.5,100,100,1\n"));
    const auto read = read_csv(path);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidData);
    EXPECT_EQ(read.error().message, path.string() +
                                        ":17: high 99.5 is below low 100 (without header the columns are "
                                        "taken as time, open, high, low, close, volume)");
}

TEST(CsvFile, ReadsTheFixturesFolderFileByFileOnly) {
    const auto read = read_csv(csv_fixture(""));  // all hold the same minutes
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().message, testing::HasSubstr("expected files that do not overlap"));
}

/// A row of the table in the shared data's README.
struct SharedFile {
    std::string_view name;
    std::string_view timeframe;
    std::size_t rows;
    std::string_view first;
    std::string_view last;
    std::size_t missing_bars;
    std::size_t gaps;
};

constexpr std::array kSharedFiles = {
    SharedFile{"binance-spot_BTCUSDT_15m_2024.csv.gz", "15m", 23923, "2024-01-01 00:00", "2024-09-06 04:30", 0, 0},
    SharedFile{"binance-spot_BTCUSDT_1d_2024.csv.gz", "1d", 249, "2024-01-01 00:00", "2024-09-05 00:00", 0, 0},
    SharedFile{"binance-spot_BTCUSDT_1h_2024.csv.gz", "1h", 5980, "2024-01-01 00:00", "2024-09-06 03:00", 0, 0},
    SharedFile{"binance-spot_BTCUSDT_1m_20210420_20210520.csv.gz", "1m", 42915, "2021-04-20 20:42", "2021-05-20 20:40",
               284, 1},
    SharedFile{"binance-spot_BTCUSDT_1w_2024.csv.gz", "1w", 35, "2024-01-01 00:00", "2024-08-26 00:00", 0, 0},
    SharedFile{"binance-spot_BTCUSDT_4h_2024.csv.gz", "4h", 1495, "2024-01-01 00:00", "2024-09-06 00:00", 0, 0},
    SharedFile{"binance-spot_BTCUSDT_5m_2024.csv.gz", "5m", 71769, "2024-01-01 00:00", "2024-09-06 04:40", 0, 0},
    SharedFile{"binance-spot_ETHUSDT_1d_2024.csv.gz", "1d", 249, "2024-01-01 00:00", "2024-09-05 00:00", 0, 0},
    SharedFile{"binance-spot_ETHUSDT_1h_2024.csv.gz", "1h", 5980, "2024-01-01 00:00", "2024-09-06 03:00", 0, 0},
    SharedFile{"binance-spot_ETHUSDT_5m_2024.csv.gz", "5m", 71769, "2024-01-01 00:00", "2024-09-06 04:40", 0, 0},
    SharedFile{"binance-spot_SOLUSDT_1d_2024.csv.gz", "1d", 250, "2024-01-01 00:00", "2024-09-06 00:00", 0, 0},
    SharedFile{"binance-spot_SOLUSDT_1h_2024.csv.gz", "1h", 6002, "2024-01-01 00:00", "2024-09-07 01:00", 0, 0},
    SharedFile{"binance-spot_SOLUSDT_5m_2024.csv.gz", "5m", 72028, "2024-01-01 00:00", "2024-09-07 02:15", 0, 0},
    SharedFile{"binance-usdm_BTCUSDT_1h_20190908_20240829.csv.gz", "1h", 43592, "2019-09-08 17:00", "2024-08-29 00:00",
               0, 0},
    SharedFile{"binance-usdm_BTCUSDT_1m_20250504_20250624.csv.gz", "1m", 73139, "2025-05-04 15:33", "2025-06-24 10:31",
               0, 0},
    SharedFile{"binance-usdm_ETHUSDT_1h_20230101_20240829.csv.gz", "1h", 14545, "2023-01-01 00:00", "2024-08-29 00:00",
               0, 0},
    SharedFile{"binance-usdm_ETHUSDT_1m_20250504_20250615.csv.gz", "1m", 60191, "2025-05-04 15:33", "2025-06-15 10:43",
               0, 0},
    SharedFile{"coinbase_ETH-USD_4h_20160518_20251028.csv.gz", "4h", 20675, "2016-05-18 00:00", "2025-10-28 00:00", 26,
               9},
    SharedFile{"tradingview-index_BTCUSD_1d_20091005_20260306.csv.gz", "1d", 5905, "2009-10-05 00:00",
               "2026-03-06 00:00", 92, 18},
};

TEST(CsvFile, ReadsEveryRealFileAsItsTableSays) {
    CT_REQUIRE_SHARED_DATA();
    const fs::path folder = *test::shared_data() / "ohlcv";
    for (const auto& file : kSharedFiles) {
        SCOPED_TRACE(file.name);
        const auto read = read_csv(folder / file.name);
        ASSERT_TRUE(read) << read.error().message;
        const auto& series = read->series;
        EXPECT_EQ(series.timeframe.text(), file.timeframe);
        EXPECT_EQ(series.size(), file.rows);
        EXPECT_EQ(format_iso_time(series.time_ns.front()), std::string(file.first) + ":00");
        EXPECT_EQ(format_iso_time(series.time_ns.back()), std::string(file.last) + ":00");
        EXPECT_EQ(read->missing_bars, file.missing_bars);
        EXPECT_EQ(read->gaps, file.gaps);
        EXPECT_LE(series.price_decimals, 8);
    }
}

TEST(CsvFile, KnowsEveryRealFile) {
    CT_REQUIRE_SHARED_DATA();
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(*test::shared_data() / "ohlcv")) {
        if (!entry.is_regular_file()) continue;
        ++files;
        EXPECT_TRUE(std::ranges::count(kSharedFiles, entry.path().filename().string(), &SharedFile::name) == 1)
            << entry.path().filename();
    }
    EXPECT_EQ(files, kSharedFiles.size());
}

}  // namespace
}  // namespace ct::storage
