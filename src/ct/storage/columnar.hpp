#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::storage {

/// Text values of a file's footer by key.
using FooterText = std::map<std::string, std::string>;

/// Where the rows that are read go: one place a column, null for those that are not wanted. A file may lack the columns
/// behind volume.
struct BarBuffers {
    TimeNs* time_ns = nullptr;
    double* open = nullptr;
    double* high = nullptr;
    double* low = nullptr;
    double* close = nullptr;
    double* volume = nullptr;
    double* quote_volume = nullptr;
    std::int64_t* trade_count = nullptr;
    double* taker_buy_volume = nullptr;
    double* taker_buy_quote_volume = nullptr;
};

/// A Parquet file of bars as `Columnar::write_bars` makes it, read once from the first row to the last.
class BarFileReader {
  public:
    BarFileReader() = default;
    BarFileReader(const BarFileReader&) = delete;
    BarFileReader& operator=(const BarFileReader&) = delete;
    virtual ~BarFileReader() = default;

    [[nodiscard]] virtual const FooterText& footer() const = 0;
    [[nodiscard]] virtual std::uint64_t rows() const = 0;
    [[nodiscard]] virtual bool has(std::string_view column) const = 0;
    /// Reads the next rows, at most `most_rows` of them, and returns how many; 0 at the end. The same buffers must be
    /// wanted in each call. Errors: kInvalidData for damaged content, kReadFailed.
    virtual Result<std::size_t> read(const BarBuffers& buffers, std::size_t most_rows) = 0;
};

enum class Compression : std::uint8_t { kLz4, kZstd };

/// Port: column file formats. It is implemented on Arrow in a library of its own that is loaded when it is first
/// needed, because Arrow costs 12 ms and 35 MB to load.
class Columnar {
  public:
    Columnar() = default;
    Columnar(const Columnar&) = delete;
    Columnar& operator=(const Columnar&) = delete;
    virtual ~Columnar() = default;

    /// Opens a file of bars; takes over the descriptor. `name` stands in messages. Errors: kInvalidData when it is no
    /// Parquet file, is damaged, or its columns are not those of bars; kReadFailed.
    [[nodiscard]] virtual Result<std::unique_ptr<BarFileReader>> open_bars(int descriptor,
                                                                           const std::string& name) const = 0;
    /// The bytes of a Parquet file of these bars. Errors: kInternal.
    [[nodiscard]] virtual Result<std::string> write_bars(const data::BarSeries& bars, const FooterText& footer,
                                                         Compression compression) const = 0;
};

/// The one implementation, loaded at the first call. Errors: kUnsupported naming what is missing and how to get it.
Result<const Columnar*> columnar();

}  // namespace ct::storage
