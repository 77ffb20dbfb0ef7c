#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "ct/core/bar.hpp"
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

/// How files of other programs begin.
inline constexpr std::string_view kParquetMagic = "PAR1";
inline constexpr std::string_view kArrowFileMagic = "ARROW1";
inline constexpr std::string_view kArrowStreamMagic = "\xff\xff\xff\xff";

/// Candles of a file that another program wrote.
struct ForeignBars {
    data::BarSeries bars;  ///< only columns, in the order of the file; prices and volumes are not checked
    std::string format;    ///< what was detected, for people
};

enum class Compression : std::uint8_t { kLz4, kZstd };

enum class TableFormat : std::uint8_t { kParquet, kFeather };

/// Takes the bytes of a file that is written piece by piece.
using ByteSink = std::function<Result<void>(std::string_view bytes)>;

/// Writes bars for other programs: columns time (timestamp of nanoseconds in UTC), open, high, low, close, volume.
class BarTableWriter {
  public:
    BarTableWriter() = default;
    BarTableWriter(const BarTableWriter&) = delete;
    BarTableWriter& operator=(const BarTableWriter&) = delete;
    virtual ~BarTableWriter() = default;

    /// Appends rows as one group; at least some ten thousand at once make a file that is read fast. Errors: the sink's.
    virtual Result<void> write(const BarColumns& bars) = 0;
    /// Ends the file. Errors: as write.
    virtual Result<void> close() = 0;
};

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
    /// Reads a Parquet or Arrow file or an Arrow stream of any program into memory, by the names of its columns, which
    /// are those of CSV headers; takes over the descriptor. Errors: kInvalidData naming the file, and the row and
    /// column where there is one; kReadFailed.
    [[nodiscard]] virtual Result<ForeignBars> read_foreign(int descriptor, const std::string& name,
                                                           bool keep_extras) const = 0;
    /// Begins a file. `footer` is kept as its metadata. Errors: the sink's.
    [[nodiscard]] virtual Result<std::unique_ptr<BarTableWriter>> table_writer(TableFormat format,
                                                                               const FooterText& footer,
                                                                               ByteSink sink) const = 0;
    /// The bytes of a Parquet file of these bars. Errors: kInternal.
    [[nodiscard]] virtual Result<std::string> write_bars(const data::BarSeries& bars, const FooterText& footer,
                                                         Compression compression) const = 0;
};

/// The one implementation, loaded at the first call. Errors: kUnsupported naming what is missing and how to get it.
Result<const Columnar*> columnar();

}  // namespace ct::storage
