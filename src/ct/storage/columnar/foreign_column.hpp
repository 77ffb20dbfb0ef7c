#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <arrow/array/array_base.h>
#include <arrow/type_fwd.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/csv_format.hpp"

namespace ct::storage {

/// Reads the pieces of one column of a foreign file, in order. Nulls are refused. Errors: kInvalidData naming file, row
/// and column.
class ForeignColumn {
  public:
    /// `name` is the file's, `column` the name that the file has for it.
    ForeignColumn(std::string name, std::string column) : name_(std::move(name)), column_(std::move(column)) {}

    /// Timestamps of any unit and zone (without one: UTC), dates, ISO text, and numbers as Unix time in the unit that
    /// the first of them fits.
    Result<void> append_times(const std::shared_ptr<arrow::Array>& piece, std::vector<TimeNs>& times);
    /// Integers, floating-point numbers, decimals and text. What is less than double or exact is taken by its shortest
    /// text, as the number that was meant.
    Result<void> append_numbers(const std::shared_ptr<arrow::Array>& piece, std::vector<double>& numbers);
    Result<void> append_counts(const std::shared_ptr<arrow::Array>& piece, std::vector<std::int64_t>& counts);

    /// The unit of times that are numbers or text; none for timestamps and dates.
    [[nodiscard]] std::optional<data::TimeUnit> time_unit() const { return unit_; }

  private:
    /// The piece without dictionary. Errors: for nulls.
    Result<std::shared_ptr<arrow::Array>> plain(const std::shared_ptr<arrow::Array>& piece);
    Result<std::shared_ptr<arrow::Array>> cast(const std::shared_ptr<arrow::Array>& piece,
                                               const std::shared_ptr<arrow::DataType>& type);
    Result<TimeNs> time_of(std::string_view text, std::int64_t row);
    [[nodiscard]] tl::unexpected<Error> wrong(std::int64_t row, const std::string& what) const;

    std::string name_;
    std::string column_;
    std::int64_t rows_before_ = 0;  ///< of earlier pieces
    std::optional<data::TimeUnit> unit_;
};

}  // namespace ct::storage
