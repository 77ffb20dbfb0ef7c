#include "ct/storage/columnar/foreign_column.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <arrow/array/array_base.h>
#include <arrow/array/array_binary.h>
#include <arrow/array/array_dict.h>
#include <arrow/array/array_primitive.h>
#include <arrow/compute/cast.h>
#include <arrow/type.h>
#include <arrow/type_fwd.h>
#include <arrow/util/checked_cast.h>
#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/csv_fields.hpp"
#include "ct/data/csv_format.hpp"

namespace ct::storage {

namespace {

using arrow::internal::checked_cast;

std::int64_t ns_per_unit(arrow::TimeUnit::type unit) {
    switch (unit) {
        case arrow::TimeUnit::SECOND:
            return kNsPerSecond;
        case arrow::TimeUnit::MILLI:
            return kNsPerMs;
        case arrow::TimeUnit::MICRO:
            return 1'000;
        case arrow::TimeUnit::NANO:
            break;
    }
    return 1;
}

bool is_text(const arrow::DataType& type) {
    return arrow::is_base_binary_like(type.id()) || type.id() == arrow::Type::STRING_VIEW;
}

}  // namespace

Result<void> ForeignColumn::append_times(const std::shared_ptr<arrow::Array>& piece, std::vector<TimeNs>& times) {
    const auto values = plain(piece);
    if (!values) return fail(values);
    const std::int64_t rows = (*values)->length();
    const arrow::DataType& type = *(*values)->type();
    const bool date = arrow::is_date(type.id());
    if (type.id() == arrow::Type::TIMESTAMP || date) {
        const auto stamps = date ? cast(*values, arrow::timestamp(arrow::TimeUnit::SECOND)) : values;
        if (!stamps) return fail(stamps);
        const auto& array = checked_cast<const arrow::TimestampArray&>(**stamps);
        const std::int64_t unit_ns = ns_per_unit(checked_cast<const arrow::TimestampType&>(*array.type()).unit());
        for (std::int64_t row = 0; row < rows; ++row) {
            TimeNs time_ns = 0;
            if (__builtin_mul_overflow(array.Value(row), unit_ns, &time_ns)) {
                return wrong(row, "a time outside of the years 1677 to 2262");
            }
            times.push_back(time_ns);
        }
    } else {
        const bool number = arrow::is_integer(type.id()) || arrow::is_floating(type.id());
        if (!number && !is_text(type)) {
            return wrong(0, fmt::format("of type {}, expected times: timestamps, dates, Unix time or ISO text",
                                        type.ToString()));
        }
        const auto whole = number ? cast(*values, arrow::int64()) : values;
        if (!whole) return fail(whole);
        const auto texts = cast(*whole, arrow::utf8());
        if (!texts) return fail(texts);
        const auto& array = checked_cast<const arrow::StringArray&>(**texts);
        for (std::int64_t row = 0; row < rows; ++row) {
            const auto time_ns = time_of(array.GetView(row), row);
            if (!time_ns) return fail(time_ns);
            times.push_back(*time_ns);
        }
    }
    rows_before_ += rows;
    return {};
}

Result<TimeNs> ForeignColumn::time_of(std::string_view text, std::int64_t row) {
    text = data::trimmed(text);
    if (!unit_) unit_ = data::detect_time_unit(text);
    if (unit_) {
        if (const auto time_ns = data::parse_csv_time(text, *unit_)) return *time_ns;
    }
    const std::string unit = unit_ ? fmt::format(" in {} as the first row has", data::time_unit_name(*unit_)) : "";
    return wrong(row,
                 fmt::format("'{}', expected a Unix time (1990 to 2261) or ISO text{}", data::printable(text), unit));
}

Result<void> ForeignColumn::append_numbers(const std::shared_ptr<arrow::Array>& piece, std::vector<double>& numbers) {
    const auto values = plain(piece);
    if (!values) return fail(values);
    const std::int64_t rows = (*values)->length();
    const arrow::DataType& type = *(*values)->type();
    const bool as_text = is_text(type) || arrow::is_decimal(type.id()) || type.id() == arrow::Type::FLOAT ||
                         type.id() == arrow::Type::HALF_FLOAT;
    if (!as_text && type.id() != arrow::Type::DOUBLE && !arrow::is_integer(type.id())) {
        return wrong(0, fmt::format("of type {}, expected numbers", type.ToString()));
    }
    const auto converted = cast(*values, as_text ? arrow::utf8() : arrow::float64());
    if (!converted) return fail(converted);
    if (as_text) {
        const auto& array = checked_cast<const arrow::StringArray&>(**converted);
        for (std::int64_t row = 0; row < rows; ++row) {
            const auto number = data::parse_finite(data::trimmed(array.GetView(row)));
            if (!number) {
                return wrong(row, fmt::format("'{}', expected a number", data::printable(array.GetView(row))));
            }
            numbers.push_back(*number);
        }
    } else {
        const auto& array = checked_cast<const arrow::DoubleArray&>(**converted);
        numbers.insert(numbers.end(), array.raw_values(), array.raw_values() + rows);
    }
    rows_before_ += rows;
    return {};
}

Result<void> ForeignColumn::append_counts(const std::shared_ptr<arrow::Array>& piece,
                                          std::vector<std::int64_t>& counts) {
    const auto values = plain(piece);
    if (!values) return fail(values);
    const auto converted = cast(*values, arrow::int64());
    if (!converted) return fail(converted);
    const auto& array = checked_cast<const arrow::Int64Array&>(**converted);
    counts.insert(counts.end(), array.raw_values(), array.raw_values() + array.length());
    rows_before_ += array.length();
    return {};
}

Result<std::shared_ptr<arrow::Array>> ForeignColumn::plain(const std::shared_ptr<arrow::Array>& piece) {
    std::shared_ptr<arrow::Array> values = piece;
    if (piece->type_id() == arrow::Type::DICTIONARY) {
        auto decoded = cast(piece, checked_cast<const arrow::DictionaryType&>(*piece->type()).value_type());
        if (!decoded) return decoded;
        values = *std::move(decoded);
    }
    if (values->null_count() == 0) return values;
    std::int64_t row = 0;
    while (values->IsValid(row)) ++row;
    return wrong(row, "null, expected a value in each row");
}

Result<std::shared_ptr<arrow::Array>> ForeignColumn::cast(const std::shared_ptr<arrow::Array>& piece,
                                                          const std::shared_ptr<arrow::DataType>& type) {
    if (piece->type()->Equals(type)) return piece;
    auto converted = arrow::compute::Cast(*piece, type);
    if (converted.ok()) return *std::move(converted);
    return wrong(0, fmt::format("of type {}, which cannot be taken as {}: {}", piece->type()->ToString(),
                                type->ToString(), converted.status().message()));
}

tl::unexpected<Error> ForeignColumn::wrong(std::int64_t row, const std::string& what) const {
    return fail(ErrorCode::kInvalidData, fmt::format("{}: row {}: column '{}' is {}", name_, rows_before_ + row + 1,
                                                     data::printable(column_), what));
}

}  // namespace ct::storage
