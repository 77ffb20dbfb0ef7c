#include "ct/storage/bar_file.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv.hpp"
#include "ct/data/digest.hpp"
#include "ct/data/random_walk.hpp"
#include "ct/storage/bar_export.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/series_key.hpp"
#include "support/bars.hpp"
#include "support/csv_text.hpp"
#include "support/numbers.hpp"
#include "support/packed.hpp"
#include "support/temporary_folder.hpp"

namespace ct::storage {
namespace {

using test::minutes;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kJson = "[[1704067200,2,3,1,2,1],[1704067260,2,3,1,2,1],[1704067320,2,3,1,2,1]]";

/// A cache with a random walk, exported to files of every format.
class BarFiles : public testing::Test {
  protected:
    BarFiles() {
        walk_ = data::RandomWalk(7, test::k1m, test::utc("2024-01-31")).next(70'000);
        const Cache cache(folder_ / "data");
        EXPECT_TRUE(cache.import(key_, walk_, "test"));
        for (const char* ending : {"csv", "csv.gz", "parquet", "feather"}) {
            const auto rows = export_bars(cache, key_, {}, path(ending), {});
            EXPECT_TRUE(rows) << rows.error().message;
        }
    }
    [[nodiscard]] std::filesystem::path path(const std::string& ending) const { return folder_ / ("walk." + ending); }

    test::TemporaryFolder folder_;
    SeriesKey key_ = SeriesKey::make("x", "A/B", {}, test::k1m).value();
    data::BarSeries walk_;
};

std::string error(const std::filesystem::path& path, const data::CsvOptions& options = {}) {
    const auto read = read_bars(path, options);
    return read ? "" : read.error().message;
}

TEST_F(BarFiles, EveryFormatReadsBack) {
    for (const char* ending : {"csv", "csv.gz", "parquet", "feather"}) {
        const auto read = read_bars(path(ending));
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(data::bars_digest(read->series.columns()).text(), data::bars_digest(walk_.columns()).text())
            << ending;
        EXPECT_EQ(read->series.timeframe, test::k1m);
        EXPECT_EQ(read->series.price_decimals, walk_.price_decimals);
        EXPECT_THAT(read->formats, ElementsAre(HasSubstr("walk." + std::string(ending) + ": 70000 rows")));
    }
    EXPECT_THAT(read_bars(path("parquet"))->formats,
                ElementsAre(testing::EndsWith(
                    "Parquet by CrackTrader " CT_VERSION
                    ", 6 columns (time 'time' as timestamp[ns, tz=UTC], volume 'volume'), ascending")));
    EXPECT_THAT(read_bars(path("feather"))->formats, ElementsAre(HasSubstr("Arrow file (Feather), 6 columns")));
}

TEST_F(BarFiles, TheContentDecidesNotTheName) {
    for (const char* ending : {"csv.gz", "parquet", "feather"}) {
        std::filesystem::rename(path(ending), folder_ / "candles.csv");
        const auto read = read_bars(folder_ / "candles.csv");
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(read->series.size(), walk_.size());
    }
    for (const std::string& text : {std::string(kJson), "\xEF\xBB\xBF \n" + std::string(kJson), test::gzipped(kJson)}) {
        const auto read = read_bars(folder_.file("json.csv", text));
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(read->series.size(), 3U);
    }
    test::write_zip(folder_ / "zip.json", {{"a.csv", minutes({3, 4})}, {"b.csv", minutes({0, 1, 3})}});
    const auto zip = read_bars(folder_ / "zip.json");
    ASSERT_TRUE(zip) << zip.error().message;
    EXPECT_EQ(zip->series.size(), 5U);
    EXPECT_EQ(zip->duplicates, 1U);
    EXPECT_EQ(zip->missing_bars, 1U);
}

TEST_F(BarFiles, DamageIsNamed) {
    for (const char* ending : {"parquet", "feather"}) {
        const std::string whole = test::file_bytes(path(ending));
        for (const std::size_t size :
             {std::size_t{4}, std::size_t{8}, std::size_t{100}, whole.size() / 2, whole.size() - 1}) {
            const auto cut = folder_.file("cut", whole.substr(0, size));
            const auto read = read_bars(cut);
            ASSERT_FALSE(read) << ending << " of " << size;
            EXPECT_THAT(read.error().message, HasSubstr(cut.string()));
            EXPECT_EQ(read.error().code, ErrorCode::kInvalidData) << read.error().message;
        }
    }
    const auto old = folder_.file("old.feather", "FEA1 and more");
    EXPECT_EQ(error(old),
              old.string() + ": a Feather file of version 1, expected version 2 (any Arrow since 2020 writes it)");
    EXPECT_EQ(read_bars(old).error().code, ErrorCode::kUnsupported);
    EXPECT_THAT(error(folder_.file("cut.json.gz", test::gzipped(kJson).substr(0, 40))),
                HasSubstr("cut.json.gz: truncated gzip"));
    EXPECT_THAT(error(folder_ / "none"), HasSubstr("no such file or folder"));
    EXPECT_THAT(error(folder_.file("empty", "")), HasSubstr("an empty file"));
    EXPECT_THAT(error(folder_.file("x.7z", "7z\xbc\xaf")), HasSubstr("a 7z archive, expected CSV text"));
}

TEST_F(BarFiles, OptionsHoldForEveryFormat) {
    for (const char* ending : {"csv", "parquet", "feather"}) {
        EXPECT_THAT(error(path(ending), {.timeframe = test::k1h}), HasSubstr("finer than --timeframe 1h")) << ending;
        EXPECT_THAT(error(path(ending), {.price_decimals = 1}), HasSubstr("--price-decimals")) << ending;
        EXPECT_THAT(error(path(ending), {.price_decimals = 19}), HasSubstr("expected 0 to 18")) << ending;
    }
    const auto json = folder_.file("x.json", kJson);
    EXPECT_THAT(error(json, {.timeframe = test::k1h}), HasSubstr("finer than --timeframe 1h"));
    EXPECT_EQ(read_bars(json, {.price_decimals = 4})->series.price_decimals, 4);
}

}  // namespace
}  // namespace ct::storage
