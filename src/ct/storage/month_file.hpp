#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "ct/core/hash.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::storage {

/// What the footer of a month's file says of it.
struct MonthFacts {
    std::int64_t month = 0;  ///< months since 1970-01, UTC
    std::uint64_t rows = 0;
    TimeNs first_ns = 0;
    TimeNs last_ns = 0;
    double lowest_price = 0;
    double highest_price = 0;
    int price_decimals = 0;
    std::uint64_t gaps = 0;                ///< places inside the month with at least one bar missing
    std::uint64_t missing = 0;             ///< bars missing in them
    std::uint64_t duplicates_dropped = 0;  ///< rows of imports whose time another row of the same import had too
    Digest digest;                         ///< data::month_digest
    std::string source;                    ///< where the rows of the last import came from

    friend bool operator==(const MonthFacts&, const MonthFacts&) = default;
};

/// An open descriptor of a file.
class OpenFile {
  public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&& other) noexcept;
    ~OpenFile();
    [[nodiscard]] int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
};

/// A month's file, open: what it says stays true whatever happens to its name.
struct OpenMonth {
    std::string path;
    OpenFile file;
    MonthFacts facts;

    /// Errors: as Columnar::open_bars.
    [[nodiscard]] Result<std::unique_ptr<BarFileReader>> reader() const;
    /// All rows with all columns. Errors: as BarFileReader, and kInvalidData when they are not those the footer names.
    [[nodiscard]] Result<data::BarSeries> read() const;
};

/// "2024-05.parquet", and back; the text must be of that form, from data::kFirstMonth to data::kLastMonth.
std::string month_file_name(std::int64_t month);
/// Errors: kInvalidArgument.
Result<std::int64_t> month_of_file_name(const std::string& name);

/// The facts of a month's bars. Requires: at least one, ascending, all in one month.
MonthFacts facts_of(const data::BarSeries& bars, std::uint64_t duplicates_dropped, std::string source);

/// The bytes of a month's file. Errors: those of the columnar library.
Result<std::string> month_file_bytes(const SeriesKey& key, const data::BarSeries& bars, const MonthFacts& facts,
                                     Compression compression);

/// Opens a month's file and reads its footer. Errors: kReadFailed, kNotFound, kInvalidData for a damaged file, one of
/// another program or of another series or month, kUnsupported for a newer schema version.
Result<OpenMonth> open_month(const std::filesystem::path& path, const SeriesKey& key);

}  // namespace ct::storage
