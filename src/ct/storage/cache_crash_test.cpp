// The cache under several processes, kills and a full disk. CT_KILLS sets how many importers are killed.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <set>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): POSIX, not C++
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/cache_history.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/series_key.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/temporary_folder.hpp"

// The process calls live in private parts of the system headers. NOLINTBEGIN(misc-include-cleaner)
namespace ct::storage {
namespace {

constexpr std::size_t kRows = 4'000;  // of an hour: half a year, seven files

/// Hours whose volumes all say which import they are of.
data::BarSeries generation(std::uint64_t number) {
    data::BarSeries bars;
    bars.timeframe = test::k1h;
    for (std::size_t row = 0; row < kRows; ++row) {
        bars.time_ns.push_back(test::utc("2024-01-01") + static_cast<TimeNs>(row) * test::kHour);
        for (auto* column : {&bars.open, &bars.high, &bars.low, &bars.close}) column->push_back(100);
        bars.volume.push_back(static_cast<double>(number));
    }
    return bars;
}

SeriesKey key() { return SeriesKey::make("x", "BTC/USDT", {}, test::k1h).value(); }

/// Runs a function in a process of its own, which ends with what it returns.
pid_t start(const std::function<int()>& run) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(run());
    return child;
}

int wait_for(pid_t child) {
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Imports ever newer generations, each unlike those of other importers, until it is killed or has done enough.
int import_generations(const Cache& cache, std::uint64_t first, std::uint64_t count) {
    for (std::uint64_t number = first; number < first + 10 * count; number += 10) {
        if (!cache.import(key(), generation(number), "test")) return 1;
    }
    return 0;
}

/// The generations that a reader sees at once, or what went wrong.
Result<std::set<double>> seen_at_once(const Cache& cache) {
    const auto history = CacheHistory::open(cache, key(), {}, {});
    if (!history) return fail(history);
    std::set<double> volumes;
    std::size_t rows = 0;
    for (;;) {
        const auto bars = (*history)->next(1'000);
        if (!bars) return fail(bars);
        if (bars->size() == 0) break;
        rows += bars->size();
        volumes.insert(bars->volume.begin(), bars->volume.end());
    }
    EXPECT_EQ(rows, kRows);
    return volumes;
}

std::size_t kills() {
    const char* set = std::getenv("CT_KILLS");
    return set != nullptr ? std::strtoull(set, nullptr, 10) : 25;
}

TEST(CacheCrash, AKillAtAnyMomentLeavesEachMonthOldOrNew) {
    constexpr std::uint64_t kSeed = 4;
    const test::TemporaryFolder folder;
    const Cache cache(folder / "data");
    ASSERT_TRUE(cache.import(key(), generation(0), "test"));
    test::Random random(kSeed);
    for (std::size_t round = 1; round <= kills() && !HasFailure(); ++round) {
        SCOPED_TRACE(fmt::format("seed {} round {}", kSeed, round));
        const std::uint64_t first = round * 1'000'000;
        const pid_t one = start([&] { return import_generations(cache, first, 100'000); });
        const pid_t other = start([&] { return import_generations(cache, first + 1, 100'000); });
        ::usleep(static_cast<useconds_t>(random.between(0, 40'000)));
        ::kill(one, SIGKILL);
        ::kill(other, SIGKILL);
        EXPECT_EQ(wait_for(one), -1);
        EXPECT_EQ(wait_for(other), -1);
        const auto seen = seen_at_once(cache);
        ASSERT_TRUE(seen) << seen.error().message;
        // Seven files: each of one import, whichever.
        ASSERT_LE(seen->size(), 7U);
        const auto findings = cache.verify({}).value();
        for (const Finding& finding : findings) {
            EXPECT_NE(finding.path.find("manifest.json"), std::string::npos) << finding.path << ": " << finding.what;
        }
        ASSERT_TRUE(cache.info(key()));
        ASSERT_TRUE(cache.verify({})->empty());
        // The next import finds all in order, and nothing that was left behind.
        const auto next = static_cast<double>(first + 999'999);
        ASSERT_TRUE(cache.import(key(), generation(first + 999'999), "test"));
        ASSERT_EQ(*seen_at_once(cache), std::set<double>{next});
        for (const auto& entry : std::filesystem::recursive_directory_iterator(cache.folder())) {
            EXPECT_EQ(entry.path().filename().string().find(".pending-"), std::string::npos) << entry.path();
        }
    }
}

TEST(CacheCrash, ReadersAlwaysSeeAWholeImport) {
    const test::TemporaryFolder folder;
    const Cache cache(folder / "data");
    ASSERT_TRUE(cache.import(key(), generation(0), "test"));
    const pid_t one = start([&] { return import_generations(cache, 1, 30); });
    const pid_t other = start([&] { return import_generations(cache, 2, 30); });
    const auto read = [&] {
        for (int i = 0; i < 60; ++i) {
            const auto seen = seen_at_once(cache);
            if (!seen || seen->size() != 1) return 1;
        }
        return 0;
    };
    const pid_t reader = start(read);
    EXPECT_EQ(read(), 0);
    EXPECT_EQ(wait_for(reader), 0);
    EXPECT_EQ(wait_for(one), 0);
    EXPECT_EQ(wait_for(other), 0);
    EXPECT_TRUE(cache.verify({})->empty());
}

TEST(CacheCrash, AFullDiskChangesNothing) {
    const test::TemporaryFolder folder;
    const Cache cache(folder / "data");
    ASSERT_TRUE(cache.import(key(), generation(0), "test"));
    const pid_t child = start([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{600, 600};  // bytes of any file: less than a month
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
        const auto report = cache.import(key(), generation(1), "test");
        if (report) return 3;
        return report.error().code == ErrorCode::kWriteFailed &&
                       report.error().message.find("2024-01.parquet: File too large") != std::string::npos
                   ? 0
                   : 4;
    });
    EXPECT_EQ(wait_for(child), 0);
    EXPECT_EQ(*seen_at_once(cache), std::set<double>{0});
    EXPECT_TRUE(cache.verify({})->empty());
    for (const auto& entry : std::filesystem::recursive_directory_iterator(cache.folder())) {
        EXPECT_EQ(entry.path().filename().string().find(".pending-"), std::string::npos) << entry.path();
    }
}

TEST(CacheCrash, AFolderThatMayNotBeWrittenIsReadAllTheSame) {
    if (::geteuid() == 0) {
        // Root may write anywhere: become nobody in a process of its own.
        const test::TemporaryFolder folder;
        const Cache cache(folder / "data");
        ASSERT_TRUE(cache.import(key(), generation(0), "test"));
        std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
        ASSERT_TRUE(columnar());  // loaded now: the library's folder may be closed to nobody
        const pid_t child = start([&] {
            constexpr uid_t kNobody = 65'534;
            if (::setuid(kNobody) != 0) return 2;
            const auto seen = seen_at_once(cache);
            if (!seen || *seen != std::set<double>{0}) return 3;
            const auto report = cache.import(key(), generation(1), "test");
            return !report && report.error().code == ErrorCode::kWriteFailed ? 0 : 4;
        });
        EXPECT_EQ(wait_for(child), 0);
        return;
    }
    const test::TemporaryFolder folder;
    const Cache cache(folder / "data");
    ASSERT_TRUE(cache.import(key(), generation(0), "test"));
    const auto series = cache.folder() / series_folder(key());
    std::filesystem::permissions(series, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    EXPECT_EQ(*seen_at_once(cache), std::set<double>{0});
    EXPECT_EQ(cache.import(key(), generation(1), "test").error().code, ErrorCode::kWriteFailed);
    std::filesystem::permissions(series, std::filesystem::perms::owner_all);
}

}  // namespace
}  // namespace ct::storage
// NOLINTEND(misc-include-cleaner)
