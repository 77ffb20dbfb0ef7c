#include "ct/storage/bar_export.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/gap_policy.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/cache_history.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/csv_name.hpp"
#include "ct/storage/read_ahead.hpp"
#include "ct/storage/series_key.hpp"
#include "ct/storage/stream_file.hpp"

namespace ct::storage {

namespace {

constexpr std::size_t kRows = 65'536;
constexpr std::size_t kMostRowBytes = 6 * 32;
constexpr std::int64_t kNsPerMillisecond = kNsPerSecond / 1000;

/// Decimals of the short way, and the counts of them that have so few digits that a double tells them all.
constexpr int kDecimals = 8;
constexpr std::int64_t kUnit = 100'000'000;
constexpr double kMostCount = 1e15;

/// "00" to "99".
constexpr std::array<char, 200> kPairs = [] {
    std::array<char, 200> pairs{};
    for (std::size_t i = 0; i < 100; ++i) {
        pairs[2 * i] = static_cast<char>('0' + i / 10);
        pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return pairs;
}();

char* put(char* at, std::int64_t value) { return std::to_chars(at, at + 24, value).ptr; }

/// The shortest text that reads back. Most prices and volumes have few decimals: as a count of 10^-8 they are written
/// without a search for that text.
char* put(char* at, double value) {
    const double scaled = std::nearbyint(value * static_cast<double>(kUnit));
    if (!(value >= 0 && scaled < kMostCount && scaled / static_cast<double>(kUnit) == value)) {
        return std::to_chars(at, at + 32, value).ptr;
    }
    const auto count = static_cast<std::int64_t>(scaled);
    at = put(at, count / kUnit);
    auto rest = static_cast<std::uint32_t>(count % kUnit);
    if (rest == 0) return at;
    *at++ = '.';
    for (int pair = kDecimals - 2; pair >= 0; pair -= 2, rest /= 100) {
        std::memcpy(at + pair, kPairs.data() + 2 * static_cast<std::size_t>(rest % 100), 2);
    }
    at += kDecimals - 1;
    while (*at == '0') --at;
    return at + 1;
}

void append_csv(std::string& text, const BarColumns& bars) {
    std::size_t used = text.size();
    text.resize(used + bars.size() * kMostRowBytes);
    char* at = text.data() + used;
    for (std::size_t row = 0; row < bars.size(); ++row) {
        at = put(at, bars.time_ns[row] / kNsPerMillisecond);
        for (const double value : {bars.open[row], bars.high[row], bars.low[row], bars.close[row], bars.volume[row]}) {
            *at++ = ',';
            at = put(at, value);
        }
        *at++ = '\n';
    }
    text.resize(static_cast<std::size_t>(at - text.data()));
}

Result<std::uint64_t> export_csv(data::BarHistory& history, StreamFile& file,
                                 const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
    std::string text = "open_time,open,high,low,close,volume\n";
    std::uint64_t rows = 0;
    for (;;) {
        const auto bars = history.next(kRows);
        if (!bars) return fail(bars);
        if (bars->size() == 0) break;
        append_csv(text, *bars);
        if (auto written = file.write(text); !written) return fail(written);
        text.clear();
        rows += bars->size();
        if (progress) progress(rows, history.facts().rows);
    }
    if (auto closed = file.commit(); !closed) return fail(closed);
    return rows;
}

Result<std::uint64_t> export_table(data::BarHistory& history, const SeriesKey& key, TableFormat format,
                                   StreamFile& file,
                                   const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
    const auto library = columnar();
    if (!library) return fail(library);
    const FooterText footer = {{"exchange", key.exchange}, {"symbol", key.symbol}, {"timeframe", key.timeframe.text()}};
    const auto writer =
        (*library)->table_writer(format, footer, [&](std::string_view bytes) { return file.write(bytes); });
    if (!writer) return fail(writer);
    std::uint64_t rows = 0;
    for (;;) {
        const auto bars = history.next(kRows);
        if (!bars) return fail(bars);
        if (bars->size() == 0) break;
        if (auto written = (*writer)->write(*bars); !written) return fail(written);
        rows += bars->size();
        if (progress) progress(rows, history.facts().rows);
    }
    if (auto closed = (*writer)->close(); !closed) return fail(closed);
    if (auto closed = file.commit(); !closed) return fail(closed);
    return rows;
}

}  // namespace

Result<std::uint64_t> export_bars(const Cache& cache, const SeriesKey& key, const ExportOptions& options,
                                  const std::filesystem::path& path,
                                  const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
    const std::string name = path.filename().string();
    const bool parquet = has_ending(name, ".parquet");
    const bool feather = has_ending(name, ".feather");
    const bool gzip = has_ending(name, ".csv.gz");
    if (!parquet && !feather && !gzip && !is_csv_name(name)) {
        return fail(
            ErrorCode::kInvalidArgument,
            fmt::format("'{}': expected a file name that ends in .csv, .csv.gz, .parquet or .feather", path.string()));
    }
    auto opened = CacheHistory::open(cache, key, options.from_ns, options.to_ns);
    if (!opened) return fail(opened);
    auto gapless = data::apply_gap_policy(*std::move(opened), options.gaps, key.text());
    if (!gapless) return fail(gapless);
    ReadAhead history(*std::move(gapless));
    auto file = StreamFile::create(path, gzip ? StreamFile::Packing::kGzip : StreamFile::Packing::kNone);
    if (!file) return fail(file);
    if (!parquet && !feather) return export_csv(history, *file, progress);
    return export_table(history, key, parquet ? TableFormat::kParquet : TableFormat::kFeather, *file, progress);
}

}  // namespace ct::storage
