#include "ct/storage/month_file.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "ct/core/hash.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/digest.hpp"
#include "ct/data/price_decimals.hpp"
#include "ct/data/quality.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/series_key.hpp"
#include "ct/storage/text_values.hpp"

namespace ct::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kSchemaVersion = 1;
constexpr std::int64_t kMonthsInYear = 12;
constexpr std::int64_t kEpochYear = 1970;

FooterText footer_of(const SeriesKey& key, const MonthFacts& facts) {
    return {{"ct.schema_version", fmt::format("{}", kSchemaVersion)},
            {"ct.exchange", key.exchange},
            {"ct.symbol", key.symbol},
            {"ct.market", std::string(name(key.market))},
            {"ct.timeframe", key.timeframe.text()},
            {"ct.month", month_file_name(facts.month).substr(0, 7)},
            {"ct.rows", fmt::format("{}", facts.rows)},
            {"ct.first_ns", fmt::format("{}", facts.first_ns)},
            {"ct.last_ns", fmt::format("{}", facts.last_ns)},
            {"ct.lowest_price", fmt::format("{}", facts.lowest_price)},
            {"ct.highest_price", fmt::format("{}", facts.highest_price)},
            {"ct.price_decimals", fmt::format("{}", facts.price_decimals)},
            {"ct.gaps", fmt::format("{}", facts.gaps)},
            {"ct.missing", fmt::format("{}", facts.missing)},
            {"ct.duplicates_dropped", fmt::format("{}", facts.duplicates_dropped)},
            {"ct.digest", facts.digest.text()},
            {"ct.source", facts.source},
            {"ct.written_by", "CrackTrader " CT_VERSION}};
}

Result<MonthFacts> read_footer(const BarFileReader& file, const std::string& path, const SeriesKey& key) {
    TextValues footer(file.footer());
    const auto not_ours = [&] {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{} is no month of this cache: {} in its footer", path, footer.wrong()));
    };
    const auto version = footer.number<std::uint64_t>("ct.schema_version");
    if (!footer.good()) return not_ours();
    if (version > kSchemaVersion) {
        return fail(ErrorCode::kUnsupported,
                    fmt::format("{} has schema version {}, this program reads up to {}: use a newer CrackTrader", path,
                                version, kSchemaVersion));
    }
    const std::string file_name = fs::path(path).filename().string();
    const auto month = month_of_file_name(file_name);
    if (!month) return fail(month);
    footer.expect("ct.exchange", key.exchange);
    footer.expect("ct.symbol", key.symbol);
    footer.expect("ct.market", name(key.market));
    footer.expect("ct.timeframe", key.timeframe.text());
    footer.expect("ct.month", file_name.substr(0, 7));
    MonthFacts facts{.month = *month,
                     .rows = footer.number<std::uint64_t>("ct.rows"),
                     .first_ns = footer.number<TimeNs>("ct.first_ns"),
                     .last_ns = footer.number<TimeNs>("ct.last_ns"),
                     .lowest_price = footer.number<double>("ct.lowest_price"),
                     .highest_price = footer.number<double>("ct.highest_price"),
                     .price_decimals = footer.number<int>("ct.price_decimals"),
                     .gaps = footer.number<std::uint64_t>("ct.gaps"),
                     .missing = footer.number<std::uint64_t>("ct.missing"),
                     .duplicates_dropped = footer.number<std::uint64_t>("ct.duplicates_dropped"),
                     .digest = footer.digest("ct.digest"),
                     .source = footer.text("ct.source")};
    if (!footer.good()) return not_ours();
    if (facts.rows == 0 || facts.rows != file.rows() || facts.first_ns > facts.last_ns ||
        data::month_of(facts.first_ns) != *month || data::month_of(facts.last_ns) != *month) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{} is damaged: its footer says {} rows from {} to {}, it has {}", path, facts.rows,
                                format_iso_time(facts.first_ns), format_iso_time(facts.last_ns), file.rows()));
    }
    return facts;
}

}  // namespace

OpenFile::OpenFile(OpenFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<std::unique_ptr<BarFileReader>> OpenMonth::reader() const {
    const auto library = columnar();
    if (!library) return fail(library);
    // A descriptor of its own: positions are shared between duplicates, but files are read at given positions.
    const int descriptor = ::fcntl(file.descriptor(), F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0) {
        return fail(ErrorCode::kReadFailed,
                    fmt::format("cannot read {}: {}", path, std::generic_category().message(errno)));
    }
    return (*library)->open_bars(descriptor, path);
}

Result<data::BarSeries> OpenMonth::read() const {
    auto opened = reader();
    if (!opened) return fail(opened);
    BarFileReader& bars = **opened;
    const auto rows = static_cast<std::size_t>(bars.rows());
    data::BarSeries month;
    month.price_decimals = facts.price_decimals;
    for (auto* column : {&month.open, &month.high, &month.low, &month.close, &month.volume}) column->resize(rows);
    month.time_ns.resize(rows);
    data::KlineExtras& extras = month.extras;
    if (bars.has("quote_volume")) extras.quote_volume.resize(rows);
    if (bars.has("trade_count")) extras.trade_count.resize(rows);
    if (bars.has("taker_buy_volume")) extras.taker_buy_volume.resize(rows);
    if (bars.has("taker_buy_quote_volume")) extras.taker_buy_quote_volume.resize(rows);
    const auto from = [](auto& column, std::size_t row) { return column.empty() ? nullptr : column.data() + row; };
    for (std::size_t row = 0; row < rows;) {
        const auto read = bars.read({.time_ns = from(month.time_ns, row),
                                     .open = from(month.open, row),
                                     .high = from(month.high, row),
                                     .low = from(month.low, row),
                                     .close = from(month.close, row),
                                     .volume = from(month.volume, row),
                                     .quote_volume = from(extras.quote_volume, row),
                                     .trade_count = from(extras.trade_count, row),
                                     .taker_buy_volume = from(extras.taker_buy_volume, row),
                                     .taker_buy_quote_volume = from(extras.taker_buy_quote_volume, row)},
                                    rows - row);
        if (!read) return fail(read);
        if (*read == 0) break;
        row += *read;
    }
    if (data::month_digest(month.columns()) != facts.digest) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{} is damaged: its rows do not have the digest of its footer", path));
    }
    return month;
}

std::string month_file_name(std::int64_t month) {
    const TimeNs start_ns = data::month_start(month);
    return format_iso_date(start_ns).substr(0, 7) + ".parquet";
}

Result<std::int64_t> month_of_file_name(const std::string& name) {
    int year = 0;
    int month = 0;
    const auto part = [&](std::size_t at, std::size_t size, int& value) {
        const char* const end = name.data() + at + size;
        const auto read = std::from_chars(name.data() + at, end, value);
        return read.ec == std::errc{} && read.ptr == end;
    };
    const bool shaped = name.size() == std::string_view("2024-05.parquet").size() && name.substr(7) == ".parquet";
    const bool read = shaped && name[4] == '-' && part(0, 4, year) && part(5, 2, month);
    const std::int64_t months = (year - kEpochYear) * kMonthsInYear + month - 1;
    if (!read || month < 1 || month > kMonthsInYear || months < data::kFirstMonth || months > data::kLastMonth) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("'{}' is not the name of a month's file, such as 2024-05.parquet", name));
    }
    return months;
}

MonthFacts facts_of(const data::BarSeries& bars, std::uint64_t duplicates_dropped, std::string source) {
    const data::Gaps gaps = data::find_gaps(bars.time_ns, bars.timeframe);
    return {.month = data::month_of(bars.time_ns.front()),
            .rows = bars.size(),
            .first_ns = bars.time_ns.front(),
            .last_ns = bars.time_ns.back(),
            .lowest_price = *std::min_element(bars.low.begin(), bars.low.end()),
            .highest_price = *std::max_element(bars.high.begin(), bars.high.end()),
            .price_decimals = data::price_decimals(bars.columns()),
            .gaps = gaps.gaps,
            .missing = gaps.missing_bars,
            .duplicates_dropped = duplicates_dropped,
            .digest = data::month_digest(bars.columns()),
            .source = std::move(source)};
}

Result<std::string> month_file_bytes(const SeriesKey& key, const data::BarSeries& bars, const MonthFacts& facts,
                                     Compression compression) {
    const auto library = columnar();
    if (!library) return fail(library);
    return (*library)->write_bars(bars, footer_of(key, facts), compression);
}

Result<OpenMonth> open_month(const fs::path& path, const SeriesKey& key) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kReadFailed,
                    fmt::format("cannot read {}: {}", path.string(), std::generic_category().message(errno)));
    }
    OpenMonth month{path.string(), OpenFile(descriptor), {}};
    const auto reader = month.reader();
    if (!reader) return fail(reader);
    auto facts = read_footer(**reader, month.path, key);
    if (!facts) return fail(facts);
    month.facts = *std::move(facts);
    return month;
}

}  // namespace ct::storage
