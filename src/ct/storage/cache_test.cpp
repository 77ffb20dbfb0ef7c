#include "ct/storage/cache.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/digest.hpp"
#include "ct/storage/bar_merge.hpp"
#include "ct/storage/cache_history.hpp"
#include "ct/storage/manifest.hpp"
#include "ct/storage/series_key.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/temporary_folder.hpp"

namespace ct::storage {
namespace {

namespace fs = std::filesystem;
using test::Random;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Cache tests write into a folder of their own.
class CacheTest : public testing::Test {
  protected:
    test::TemporaryFolder folder_;
    Cache cache_{folder_.path() / "data"};
    SeriesKey key_ = SeriesKey::make("binance", "BTC/USDT", {}, test::k1h).value();

    [[nodiscard]] fs::path series() const { return cache_.folder() / series_folder(key_); }
};

data::BarSeries series_of(const test::BarTable& table) {
    const BarColumns columns = table.columns();
    data::BarSeries bars;
    bars.timeframe = table.timeframe();
    bars.price_decimals = table.price_decimals();
    bars.time_ns.assign(columns.time_ns.begin(), columns.time_ns.end());
    bars.open.assign(columns.open.begin(), columns.open.end());
    bars.high.assign(columns.high.begin(), columns.high.end());
    bars.low.assign(columns.low.begin(), columns.low.end());
    bars.close.assign(columns.close.begin(), columns.close.end());
    bars.volume.assign(columns.volume.begin(), columns.volume.end());
    return bars;
}

/// Hours of a random walk that begin shortly before the end of January 2024.
data::BarSeries hours(std::size_t rows, std::uint64_t seed = 1, std::int64_t gap_once_in = 0) {
    Random random(seed);
    return series_of(test::walk(random, test::k1h,
                                {.rows = rows, .first_ns = test::utc("2024-01-30"), .gap_once_in = gap_once_in}, 2));
}

/// All bars of a series as one.
data::BarSeries read_all(const Cache& cache, const SeriesKey& key, std::optional<TimeNs> from_ns = {},
                         std::optional<TimeNs> to_ns = {}, std::size_t batch = 100) {
    const auto history = CacheHistory::open(cache, key, from_ns, to_ns);
    EXPECT_TRUE(history) << history.error().message;
    data::BarSeries all;
    all.timeframe = key.timeframe;
    if (!history) return all;
    for (;;) {
        const auto bars = (*history)->next(batch);
        EXPECT_TRUE(bars) << bars.error().message;
        if (!bars || bars->size() == 0) break;
        EXPECT_LE(bars->size(), batch);
        const auto add = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
        add(all.time_ns, bars->time_ns);
        add(all.open, bars->open);
        add(all.high, bars->high);
        add(all.low, bars->low);
        add(all.close, bars->close);
        add(all.volume, bars->volume);
    }
    EXPECT_EQ((*history)->facts().rows, all.size());
    EXPECT_EQ((*history)->facts().digest, data::bars_digest(all.columns()));
    return all;
}

void expect_same(const data::BarSeries& a, const data::BarSeries& b) {
    ASSERT_EQ(a.time_ns, b.time_ns);
    ASSERT_EQ(data::bars_digest(a.columns()), data::bars_digest(b.columns()));
}

std::map<std::string, std::string> contents(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        files[fs::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return files;
}

TEST_F(CacheTest, KeepsAMonthAFile) {
    const data::BarSeries bars = hours(1'000);
    const auto report = cache_.import(key_, bars, "candles.csv");
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->rows_added, 1'000U);
    EXPECT_EQ(report->months_written, 3U);
    EXPECT_TRUE(fs::is_regular_file(cache_.folder() / "binance/spot/BTC_USDT/1h/2024-01.parquet"));
    EXPECT_TRUE(fs::is_regular_file(series() / "2024-02.parquet"));
    EXPECT_TRUE(fs::is_regular_file(series() / "2024-03.parquet"));
    EXPECT_TRUE(fs::is_regular_file(series() / "manifest.json"));
    expect_same(read_all(cache_, key_), bars);
    const auto info = cache_.info(key_).value();
    EXPECT_EQ(info.rows, 1'000U);
    EXPECT_EQ(info.files, 3U);
    EXPECT_EQ(info.first_ns, bars.time_ns.front());
    EXPECT_EQ(info.last_ns, bars.time_ns.back());
    EXPECT_EQ(info.gaps, 0U);
    EXPECT_THAT(cache_.verify({}).value(), IsEmpty());
}

TEST_F(CacheTest, AnImportThatChangesNothingWritesNothing) {
    ASSERT_TRUE(cache_.import(key_, hours(1'000), "a"));
    const auto before = contents(cache_.folder());
    const auto report = cache_.import(key_, hours(1'000), "b").value();
    EXPECT_EQ(report.rows_added + report.rows_changed, 0U);
    EXPECT_EQ(report.months_written, 0U);
    EXPECT_EQ(report.months_unchanged, 3U);
    EXPECT_EQ(contents(cache_.folder()), before);
}

TEST_F(CacheTest, OnlyTouchedMonthsAreWritten) {
    const data::BarSeries bars = hours(1'000);
    ASSERT_TRUE(cache_.import(key_, bars, "a"));
    data::BarSeries changed = slice_bars(bars, 100, 110);  // all in February
    changed.volume[3] += 1;
    const auto report = cache_.import(key_, changed, "b").value();
    EXPECT_EQ(report.rows_changed, 1U);
    EXPECT_EQ(report.months_written, 1U);
    EXPECT_EQ(read_all(cache_, key_).volume[103], bars.volume[103] + 1);
}

TEST_F(CacheTest, OfRowsWithOneTimeTheLastWins) {
    data::BarSeries bars = hours(3);
    data::BarSeries again = slice_bars(bars, 1, 2);
    again.volume[0] = 777;
    const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    append(bars.time_ns, again.time_ns);
    append(bars.open, again.open);
    append(bars.high, again.high);
    append(bars.low, again.low);
    append(bars.close, again.close);
    append(bars.volume, again.volume);
    const auto report = cache_.import(key_, bars, "a").value();
    EXPECT_EQ(report.rows_read, 4U);
    EXPECT_EQ(report.rows_added, 3U);
    EXPECT_EQ(report.duplicates_dropped, 1U);
    EXPECT_FALSE(report.sorted);
    EXPECT_EQ(read_all(cache_, key_).volume[1], 777);
    EXPECT_EQ(cache_.info(key_)->duplicates_dropped, 1U);
}

TEST_F(CacheTest, AnySequenceOfImportsOfSlicesIsOneImportOfTheirUnion) {
    constexpr std::uint64_t kSeeds = 40;
    for (std::uint64_t seed = 1; seed <= kSeeds && !HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        const data::BarSeries whole = hours(1'500, seed, random.once_in(2) ? 0 : 9);
        const Cache cache(folder_.path() / fmt::format("random-{}", seed));
        std::vector<bool> imported(whole.size());
        for (std::int64_t left = random.between(1, 8); left > 0; --left) {
            const auto begin = static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(whole.size()) - 1));
            const auto rows = static_cast<std::size_t>(random.between(1, 900));
            const std::size_t end = std::min(begin + rows, whole.size());
            data::BarSeries slice = slice_bars(whole, begin, end);
            if (random.once_in(2)) {  // newest first
                for (auto* column : {&slice.open, &slice.high, &slice.low, &slice.close, &slice.volume}) {
                    std::reverse(column->begin(), column->end());
                }
                std::reverse(slice.time_ns.begin(), slice.time_ns.end());
            }
            ASSERT_TRUE(cache.import(key_, slice, "slice"));
            std::fill(imported.begin() + static_cast<std::ptrdiff_t>(begin),
                      imported.begin() + static_cast<std::ptrdiff_t>(end), true);
        }
        data::BarSeries all;
        all.timeframe = whole.timeframe;
        for (std::size_t row = 0; row < whole.size(); ++row) {
            if (!imported[row]) continue;
            all.time_ns.push_back(whole.time_ns[row]);
            all.open.push_back(whole.open[row]);
            all.high.push_back(whole.high[row]);
            all.low.push_back(whole.low[row]);
            all.close.push_back(whole.close[row]);
            all.volume.push_back(whole.volume[row]);
        }
        expect_same(read_all(cache, key_), all);
        const Cache once(folder_.path() / fmt::format("once-{}", seed));
        ASSERT_TRUE(once.import(key_, all, "slice"));
        const auto files = contents(once.folder());
        for (const auto& [name, bytes] : contents(cache.folder())) {
            if (name.ends_with(".parquet")) {
                ASSERT_EQ(files.at(name), bytes) << name;
            }
        }
    }
}

TEST_F(CacheTest, ARangeIsReadWithoutTheRest) {
    const data::BarSeries bars = hours(1'500);
    ASSERT_TRUE(cache_.import(key_, bars, "a"));
    for (const auto& [begin, end] : std::vector<std::pair<std::size_t, std::size_t>>{
             {0, 1'500}, {10, 20}, {40, 1'400}, {47, 48}, {48, 744}, {1'499, 1'500}, {0, 49}}) {
        SCOPED_TRACE(fmt::format("[{}, {})", begin, end));
        const std::optional<TimeNs> to_ns = end < bars.size() ? std::optional(bars.time_ns[end]) : std::nullopt;
        for (const std::size_t batch : {1U, 33U, 5'000U}) {
            expect_same(read_all(cache_, key_, bars.time_ns[begin], to_ns, batch), slice_bars(bars, begin, end));
        }
    }
    const auto none = CacheHistory::open(cache_, key_, test::utc("2030-01-01"), {});
    EXPECT_EQ(none.error().code, ErrorCode::kNotFound);
    EXPECT_THAT(none.error().message, HasSubstr("the cache has 2024-01-30"));
}

TEST_F(CacheTest, AReaderSeesTheSeriesAsItWasWhenItWasOpened) {
    const data::BarSeries bars = hours(1'000);
    ASSERT_TRUE(cache_.import(key_, bars, "a"));
    const auto history = CacheHistory::open(cache_, key_, {}, {});
    ASSERT_TRUE(history);
    data::BarSeries other = bars;
    for (double& volume : other.volume) volume += 1;
    ASSERT_TRUE(cache_.import(key_, other, "b"));
    std::vector<double> volume;
    for (;;) {
        const auto read = (*history)->next(77).value();
        if (read.size() == 0) break;
        volume.insert(volume.end(), read.volume.begin(), read.volume.end());
    }
    EXPECT_EQ(volume, bars.volume);
    EXPECT_EQ(read_all(cache_, key_).volume, other.volume);
}

TEST_F(CacheTest, FurtherColumnsAreKeptAndFilledWhereTheyAreNotKnown) {
    data::BarSeries bars = hours(20);
    for (std::size_t row = 0; row < 20; ++row) {
        bars.extras.trade_count.push_back(static_cast<std::int64_t>(row));
        bars.extras.quote_volume.push_back(static_cast<double>(row) / 2);
    }
    ASSERT_TRUE(cache_.import(key_, slice_bars(bars, 0, 10), "a"));
    data::BarSeries plain = slice_bars(bars, 5, 20);
    plain.extras = {};
    const auto report = cache_.import(key_, plain, "b").value();
    EXPECT_EQ(report.rows_changed, 0U);  // what is not known changes nothing
    EXPECT_EQ(report.rows_added, 10U);
    const auto months = cache_.open(key_).value();
    const data::BarSeries read = months.front().read().value();
    EXPECT_EQ(read.extras.trade_count[9], 9);
    EXPECT_EQ(read.extras.trade_count[10], -1);
    EXPECT_EQ(read.extras.quote_volume[9], 4.5);
    EXPECT_TRUE(std::isnan(read.extras.quote_volume[10]));
}

TEST_F(CacheTest, BarsThatNoMarketHasAreRefusedAndChangeNothing) {
    ASSERT_TRUE(cache_.import(key_, hours(10), "a"));
    const auto before = contents(cache_.folder());
    const auto refused = [&](const auto& change, const char* expected) {
        data::BarSeries bars = hours(20);
        change(bars);
        const auto report = cache_.import(key_, bars, "b");
        ASSERT_FALSE(report);
        EXPECT_EQ(report.error().code, ErrorCode::kInvalidData);
        EXPECT_THAT(report.error().message, HasSubstr(expected));
    };
    refused([](data::BarSeries& bars) { bars.low[4] = 0; }, "expected 0 < low <= high");
    refused([](data::BarSeries& bars) { bars.low[4] = -1; }, "2024-01-30 04:00:00");
    refused([](data::BarSeries& bars) { bars.low[4] = std::nan(""); }, "expected 0 < low <= high");
    refused([](data::BarSeries& bars) { std::swap(bars.high[4] += 1, bars.low[4]); }, "expected 0 < low <= high");
    refused([](data::BarSeries& bars) { bars.close[4] = bars.high[4] + 1; }, "outside of low");
    refused([](data::BarSeries& bars) { bars.volume[4] = -1; }, "has volume -1");
    refused([](data::BarSeries& bars) { bars.time_ns[4] += kNsPerSecond; }, "is off the grid of 1h");
    EXPECT_EQ(contents(cache_.folder()), before);
}

TEST_F(CacheTest, GapsAreCountedInsideOfMonthsAndBetweenThem) {
    const data::BarSeries bars = hours(200);  // from 30 January on: 48 hours, then February
    data::BarSeries holes = slice_bars(bars, 0, 200);
    const auto erase = [&](std::size_t begin, std::size_t end) {
        const auto cut = [&](auto& column) {
            column.erase(column.begin() + static_cast<std::ptrdiff_t>(begin),
                         column.begin() + static_cast<std::ptrdiff_t>(end));
        };
        cut(holes.time_ns);
        for (auto* column : {&holes.open, &holes.high, &holes.low, &holes.close, &holes.volume}) cut(*column);
    };
    erase(100, 105);
    erase(46, 50);
    ASSERT_TRUE(cache_.import(key_, holes, "a"));
    const auto info = cache_.info(key_).value();
    EXPECT_EQ(info.gaps, 2U);
    EXPECT_EQ(info.missing, 9U);
    const auto findings = cache_.verify({}).value();
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_THAT(findings[0].what, HasSubstr("a gap of 5 bars after"));
    EXPECT_THAT(findings[1].what, HasSubstr("a gap of 4 bars after"));
}

TEST_F(CacheTest, AMissingOrWrongManifestIsMadeAnew) {
    ASSERT_TRUE(cache_.import(key_, hours(1'000), "a"));
    const auto before = contents(cache_.folder());
    const fs::path manifest = series() / kManifestName;
    const auto tell = [&] { return cache_.info(key_).value().rows; };
    fs::remove(manifest);
    EXPECT_EQ(tell(), 1'000U);
    EXPECT_EQ(contents(cache_.folder()), before);
    for (const char* text : {"", "{", "[]", R"({"months": 7})", "\xff", R"({"schema_version": 2, "months": []})"}) {
        std::ofstream(manifest) << text;
        EXPECT_EQ(tell(), 1'000U);
        EXPECT_EQ(contents(cache_.folder()), before);
    }
    // One that lies about a month whose size and time of change are right is told by verify alone.
    std::string lie = before.at(fs::relative(manifest, cache_.folder()).string());
    lie.replace(lie.find("\"rows\":48"), 9, "\"rows\":47");
    std::ofstream(manifest) << lie;
    EXPECT_EQ(tell(), 999U);
    const auto findings = cache_.verify({}).value();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_THAT(findings[0].what, HasSubstr("lies about 2024-01.parquet"));
    EXPECT_EQ(tell(), 1'000U);
}

TEST_F(CacheTest, ADamagedMonthIsReportedAndNeverServed) {
    ASSERT_TRUE(cache_.import(key_, hours(1'000), "a"));
    const fs::path month = series() / "2024-02.parquet";
    const std::string good = contents(series()).at("2024-02.parquet");
    Random random(7);
    int noticed = 0;
    for (int round = 0; round < 60; ++round) {
        std::string bad = good;
        const auto at = static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(bad.size()) - 1));
        bad[at] = static_cast<char>(static_cast<unsigned char>(bad[at]) ^
                                    (1U << static_cast<unsigned>(random.between(0, 7))));
        if (round % 3 == 0) bad.resize(at);
        std::ofstream(month, std::ios::binary) << bad;
        SCOPED_TRACE(fmt::format("round {} byte {} of {}", round, at, good.size()));
        const auto findings = cache_.verify({}).value();
        const auto history = CacheHistory::open(cache_, key_, {}, {});
        std::vector<double> closes;
        bool failed = !history;
        while (!failed) {
            const auto bars = (*history)->next(500);
            failed = !bars;
            if (failed || bars->size() == 0) break;
            closes.insert(closes.end(), bars->close.begin(), bars->close.end());
        }
        if (failed) ++noticed;
        // Whatever was not noticed is right.
        ASSERT_TRUE(failed || closes == hours(1'000).close);
        ASSERT_TRUE(!failed || !findings.empty());
    }
    EXPECT_GE(noticed, 40);
    std::ofstream(month, std::ios::binary) << good;
    expect_same(read_all(cache_, key_), hours(1'000));
}

TEST_F(CacheTest, FilesOfOthersAreToldApart) {
    ASSERT_TRUE(cache_.import(key_, hours(10), "a"));
    std::ofstream(series() / "notes.txt") << "mine";
    std::ofstream(series() / "2024-05.parquet") << "not Parquet";
    const auto findings = cache_.verify({}).value();
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_THAT(findings[0].path, HasSubstr("notes.txt"));
    EXPECT_THAT(findings[2].what, HasSubstr("2024-05.parquet"));
    EXPECT_EQ(cache_.info(key_)->damaged.size(), 1U);
    EXPECT_FALSE(cache_.open(key_));
    // A month of another series under this name is none of this one.
    const SeriesKey other = SeriesKey::make("binance", "ETH/USDT", {}, test::k1h).value();
    ASSERT_TRUE(cache_.import(other, hours(10), "a"));
    fs::copy_file(cache_.folder() / series_folder(other) / "2024-01.parquet", series() / "2024-05.parquet",
                  fs::copy_options::overwrite_existing);
    EXPECT_THAT(cache_.open(key_).error().message, HasSubstr("'ct.symbol' is 'ETH/USDT', expected 'BTC/USDT'"));
}

TEST_F(CacheTest, IsListedAndInvalidatedAtEachLevel) {
    const auto add = [&](const char* exchange, const char* symbol, Timeframe timeframe) {
        const SeriesKey key = SeriesKey::make(exchange, symbol, {}, timeframe).value();
        data::BarSeries bars = hours(1);
        bars.time_ns[0] = test::utc("2024-01-01");
        ASSERT_TRUE(cache_.import(key, bars, "a"));
    };
    const auto fill = [&] {
        add("binance", "BTC/USDT", test::k1h);
        add("binance", "BTC/USDT", test::k1d);
        add("binance", "BTC/USDT:USDT", test::k1h);
        add("binance", "BTC/USD:BTC", test::k1h);
        add("kraken", "ETH/USDT", Timeframe::month());
    };
    const auto texts = [&](const Scope& scope) {
        std::vector<std::string> lines;
        const auto keys = cache_.list(scope).value();
        lines.reserve(keys.size());
        for (const SeriesKey& key : keys) lines.push_back(key.text());
        return lines;
    };
    EXPECT_THAT(texts({}), IsEmpty());
    fill();
    EXPECT_THAT(texts({}), ElementsAre("binance BTC/USDT:USDT 1h", "binance BTC/USD:BTC 1h", "binance BTC/USDT 1d",
                                       "binance BTC/USDT 1h", "kraken ETH/USDT 1M"));
    EXPECT_THAT(texts({.market = Market::kFutures}), testing::SizeIs(2));
    EXPECT_THAT(texts({.symbol = "BTC/USDT"}), testing::SizeIs(2));
    EXPECT_EQ(cache_.invalidate({.exchange = "binance", .symbol = "BTC/USDT", .timeframe = test::k1h})->size(), 1U);
    EXPECT_THAT(texts({.symbol = "BTC/USDT"}), ElementsAre("binance BTC/USDT 1d"));
    EXPECT_EQ(cache_.invalidate({.exchange = "binance"})->size(), 3U);
    EXPECT_FALSE(fs::exists(cache_.folder() / "binance"));
    EXPECT_TRUE(fs::exists(cache_.folder() / "kraken/spot/ETH_USDT/1mo/2024-01.parquet"));
    EXPECT_EQ(cache_.invalidate({})->size(), 1U);
    EXPECT_THAT(texts({}), IsEmpty());
    EXPECT_THAT(cache_.info(key_).error().message, HasSubstr("it is empty"));
    fill();
    EXPECT_THAT(cache_.info(SeriesKey::make("binance", "BTC/USDC", {}, test::k1h).value()).error().message,
                HasSubstr("the nearest is binance BTC/USDT 1h"));
    EXPECT_THAT(cache_.info(SeriesKey::make("binance", "BTC/USDT", {}, test::k1m).value()).error().message,
                HasSubstr("it has 1d, 1h of it, and a finer timeframe cannot be made of a coarser one"));
}

TEST_F(CacheTest, LinksAreNotFollowed) {
    const fs::path outside = folder_.path() / "outside";
    fs::create_directories(outside / "spot/BTC_USDT/1h");
    std::ofstream(outside / "spot/BTC_USDT/1h/2024-01.parquet") << "precious";
    fs::create_directories(cache_.folder());
    fs::create_directory_symlink(outside, cache_.folder() / "binance");
    EXPECT_THAT(cache_.list().value(), IsEmpty());
    EXPECT_THAT(cache_.invalidate({}).value(), IsEmpty());
    EXPECT_TRUE(fs::exists(outside / "spot/BTC_USDT/1h/2024-01.parquet"));
}

}  // namespace
}  // namespace ct::storage
