#include "ct/storage/bar_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <ios>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/decimal.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv.hpp"
#include "ct/data/price_decimals.hpp"
#include "ct/data/steps.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/csv_file.hpp"
#include "ct/storage/json_bars.hpp"
#include "ct/storage/text_source.hpp"

namespace ct::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFeatherOneMagic = "FEA1";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The first bytes of a regular file; empty when there are none to see, which reading will say better.
std::string first_bytes(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return {};
    std::array<char, 8> bytes{};
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), bytes.size());
    return {bytes.data(), static_cast<std::size_t>(file.gcount())};
}

/// Keeps the first text of a source and ends its reading.
class FirstText final : public TextSink {
  public:
    Result<void> begin_file(const std::string& /*name*/) override { return {}; }
    Result<void> feed(std::string_view chunk) override {
        text = chunk;
        return fail(ErrorCode::kInterrupted, "enough was read");
    }
    Result<void> end_file() override { return {}; }

    std::string text;
};

/// JSON begins with a bracket, and no CSV does.
bool is_json(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return false;
    FirstText first;
    if (read_text(path, first) || first.text.empty()) return false;
    std::string_view text = first.text;
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    return at != std::string_view::npos && (text[at] == '[' || text[at] == '{');
}

/// One JSON file.
class JsonSink final : public TextSink {
  public:
    explicit JsonSink(const data::CsvOptions& options) : options_(options) {}

    Result<void> begin_file(const std::string& name) override {
        if (reader_) {
            return fail(ErrorCode::kInvalidData, fmt::format("{}: a second file of JSON, expected one", name));
        }
        reader_ = std::make_unique<JsonBarReader>(name, options_);
        return {};
    }
    Result<void> feed(std::string_view chunk) override { return reader_->feed(chunk); }
    Result<void> end_file() override { return {}; }

    Result<JsonSeries> finish() { return reader_->finish(); }

  private:
    const data::CsvOptions& options_;
    std::unique_ptr<JsonBarReader> reader_;
};

Result<BarFile> read_json_file(const fs::path& path, const data::CsvOptions& options, const ReadProgress& progress) {
    JsonSink sink(options);
    auto ignored = read_text(path, sink, progress);
    if (!ignored) return fail(ignored);
    auto read = sink.finish();
    if (!read) return fail(read);
    return BarFile{.series = std::move(read->series),
                   .formats = {std::move(read->format)},
                   .ignored = std::move(*ignored),
                   .gaps = read->steps.gaps,
                   .missing_bars = read->steps.missing_bars,
                   .duplicates = read->steps.duplicates};
}

Result<BarFile> read_csv_files(const fs::path& path, data::CsvOptions options, const ReadProgress& progress) {
    options.any_order = true;
    auto read = read_csv(path, options, progress);
    if (!read) return fail(read);
    BarFile file{.series = std::move(read->series),
                 .formats = {},
                 .ignored = std::move(read->ignored),
                 .gaps = read->gaps,
                 .missing_bars = read->missing_bars,
                 .duplicates = read->duplicates};
    for (const auto& format : read->files) file.formats.push_back(format.text());
    return file;
}

/// What is wrong with a row's prices and volume; empty when nothing is.
std::string wrong_values(const data::BarSeries& bars, std::size_t row) {
    const double high = bars.high[row];
    const double low = bars.low[row];
    for (const auto& [name, value] :
         {std::pair{"open", bars.open[row]}, {"high", high}, {"low", low}, {"close", bars.close[row]}}) {
        if (!(value > 0.0) || !std::isfinite(value))
            return fmt::format("{} is {}, expected a price above 0", name, value);
        if (value > high) return fmt::format("{} {} is above high {}", name, value, high);
        if (value < low) return fmt::format("{} {} is below low {}", name, value, low);
    }
    const double volume = bars.volume[row];
    if (volume >= 0.0 && std::isfinite(volume)) return {};
    return fmt::format("volume is {}, expected a number, 0 or more", volume);
}

Result<BarFile> read_columnar_file(const fs::path& path, const data::CsvOptions& options) {
    const std::string name = path.string();
    const auto library = columnar();
    if (!library) return fail(library);
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(ErrorCode::kReadFailed,
                    fmt::format("cannot read {}: {}", name, std::generic_category().message(errno)));
    }
    auto read = (*library)->read_foreign(descriptor, name, options.keep_extras);
    if (!read) return fail(read);
    data::BarSeries& bars = read->bars;
    for (std::size_t row = 0; row < bars.size(); ++row) {
        if (const std::string wrong = wrong_values(bars, row); !wrong.empty()) {
            return fail(ErrorCode::kInvalidData, fmt::format("{}: row {}: {}", name, row + 1, wrong));
        }
    }
    const auto steps = data::find_steps(bars.time_ns, options.timeframe,
                                        [&](std::size_t row) { return fmt::format("{}: row {}", name, row + 1); });
    if (!steps) return fail(steps);
    bars.timeframe = steps->timeframe;
    bars.price_decimals = data::price_decimals(bars.columns());
    if (options.price_decimals && bars.price_decimals > *options.price_decimals) {
        return fail(ErrorCode::kInvalidData, fmt::format("{}: prices with {} decimals, more than the {} of "
                                                         "--price-decimals",
                                                         name, bars.price_decimals, *options.price_decimals));
    }
    const bool ordered = std::ranges::is_sorted(bars.time_ns) && steps->duplicates == 0;
    const std::string format = fmt::format("{}: {} {}, {}, {}", name, bars.size(), bars.size() == 1 ? "row" : "rows",
                                           read->format, ordered ? "ascending" : "unordered");
    return BarFile{.series = std::move(bars),
                   .formats = {format},
                   .ignored = {},
                   .gaps = steps->gaps,
                   .missing_bars = steps->missing_bars,
                   .duplicates = steps->duplicates};
}

}  // namespace

Result<BarFile> read_bars(const fs::path& path, const data::CsvOptions& options, const ReadProgress& progress) {
    if (const auto decimals = options.price_decimals; decimals && (*decimals < 0 || *decimals > kMaxDecimals)) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("--price-decimals is {}, expected 0 to {}", *decimals, kMaxDecimals));
    }
    const std::string start = first_bytes(path);
    if (start.starts_with(kFeatherOneMagic)) {
        return fail(ErrorCode::kUnsupported,
                    fmt::format("{}: a Feather file of version 1, expected version 2 (any Arrow since 2020 writes it)",
                                path.string()));
    }
    for (const auto magic : {kParquetMagic, kArrowFileMagic, kArrowStreamMagic}) {
        if (start.starts_with(magic)) return read_columnar_file(path, options);
    }
    return is_json(path) ? read_json_file(path, options, progress) : read_csv_files(path, options, progress);
}

}  // namespace ct::storage
