#include "ct/storage/bar_export.hpp"

#include <cmath>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/csv_file.hpp"
#include "ct/storage/series_key.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/temporary_folder.hpp"

namespace ct::storage {
namespace {

/// Prices and volumes of all sizes: few decimals, many, tiny, huge.
data::BarSeries odd_bars() {
    test::Random random(11);
    data::BarSeries bars;
    bars.timeframe = test::k1m;
    const std::vector<double> bases = {1e-12, 1.08e-06, 0.0625, 0.1 + 0.2, 1, 12345.678901234567, 99999999.99999999,
                                       1e15,  3e17};
    for (std::size_t row = 0; row < 4'000; ++row) {
        const double price = std::ldexp(bases[row % bases.size()], static_cast<int>(random.between(0, 4)));
        bars.time_ns.push_back(test::utc("2024-01-01") + static_cast<TimeNs>(row) * 60 * kNsPerSecond);
        bars.open.push_back(price);
        bars.high.push_back(price);
        bars.low.push_back(price);
        bars.close.push_back(price);
        bars.volume.push_back(
            row % 7 == 0 ? 0 : static_cast<double>(random.between(0, 1'000'000'000)) / 1e5 * (row % 3 == 0 ? 1e10 : 1));
    }
    return bars;
}

TEST(BarExport, WritesNumbersThatReadBackToTheBit) {
    const test::TemporaryFolder folder;
    const Cache cache(folder / "data");
    const SeriesKey key = SeriesKey::make("x", "ODD/USDT", {}, test::k1m).value();
    const data::BarSeries bars = odd_bars();
    ASSERT_TRUE(cache.import(key, bars, "test"));
    for (const char* name : {"out.csv", "out.csv.gz"}) {
        ASSERT_EQ(export_bars(cache, key, {}, folder / name, {}).value(), bars.size());
        const auto read = read_csv(folder / name, {.price_decimals = 18});
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(read->series.time_ns, bars.time_ns);
        EXPECT_EQ(read->series.open, bars.open);
        EXPECT_EQ(read->series.high, bars.high);
        EXPECT_EQ(read->series.volume, bars.volume);
    }
}

TEST(BarExport, LeavesNothingWhereItFails) {
    const test::TemporaryFolder folder;
    const Cache cache(folder / "data");
    const SeriesKey key = SeriesKey::make("x", "ODD/USDT", {}, test::k1m).value();
    ASSERT_TRUE(cache.import(key, odd_bars(), "test"));
    EXPECT_EQ(export_bars(cache, key, {}, folder / "no/such/folder.csv", {}).error().code, ErrorCode::kWriteFailed);
    EXPECT_EQ(export_bars(cache, key, {}, folder / "out.txt", {}).error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(export_bars(cache, key, {test::utc("2030-01-01"), {}}, folder / "out.csv", {}).error().code,
              ErrorCode::kNotFound);
    std::size_t entries = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) entries += entry.exists() ? 1U : 0U;
    EXPECT_EQ(entries, 1U);  // the cache
}

}  // namespace
}  // namespace ct::storage
