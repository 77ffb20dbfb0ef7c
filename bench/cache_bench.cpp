// The historical cache: rows a second of import and of streaming, files on disk, peak memory.
//
// Usage: cache_bench DIR [ROWS]     (makes DIR/bench/spot/BTC_USDT/1m; the folder is left for other programs)

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <fmt/format.h>
#include <sys/resource.h>

#include "ct/core/timeframe.hpp"
#include "ct/data/random_walk.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/cache_history.hpp"
#include "ct/storage/series_key.hpp"

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

[[noreturn]] void give_up(const std::string& message) {
    fmt::print(stderr, "error: {}\n", message);
    std::exit(1);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) give_up("usage: cache_bench DIR [ROWS]");
    const std::size_t rows = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 5'000'000;
    const ct::storage::Cache cache(argv[1]);
    const auto key = ct::storage::SeriesKey::make("bench", "BTC/USDT", {}, ct::Timeframe::parse("1m").value()).value();
    double import_seconds = 0;
    if (rows > 0) {
        const auto bars = ct::data::RandomWalk(1).next(rows);
        const auto start = std::chrono::steady_clock::now();
        const auto report = cache.import(key, bars, "random walk");
        if (!report) give_up(report.error().message);
        import_seconds = seconds_since(start);
    }
    const auto start = std::chrono::steady_clock::now();
    const auto history = ct::storage::CacheHistory::open(cache, key, {}, {});
    if (!history) give_up(history.error().message);
    const double open_seconds = seconds_since(start);
    std::size_t read = 0;
    double sum = 0;
    for (;;) {
        const auto bars = (*history)->next(4096);
        if (!bars) give_up(bars.error().message);
        if (bars->size() == 0) break;
        read += bars->size();
        sum += bars->close.back();
    }
    rusage usage{};  // NOLINT(misc-include-cleaner): in a private part of sys/resource.h
    ::getrusage(RUSAGE_SELF, &usage);
    fmt::print(
        "{{\"rows\": {}, \"import_seconds\": {:.3f}, \"open_seconds\": {:.4f}, \"read_seconds\": {:.4f}, "
        "\"peak_rss_mb\": {:.1f}, \"sum\": {}}}\n",
        read, import_seconds, open_seconds, seconds_since(start), static_cast<double>(usage.ru_maxrss) / 1024, sum);
    return 0;
}
