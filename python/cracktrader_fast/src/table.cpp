#include "table.hpp"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>

#include "arrow.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/time.hpp"
#include "strategy/column.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

constexpr std::size_t kBitsPerByte = 8;

void push_bit(std::vector<std::uint8_t>& bits, std::size_t at, bool set) {
    if (at % kBitsPerByte == 0) bits.push_back(0);
    if (set) bits.back() |= static_cast<std::uint8_t>(1U << (at % kBitsPerByte));
}

bool bit(const std::vector<std::uint8_t>& bits, std::size_t at) {
    const unsigned byte = bits[at / kBitsPerByte];
    return ((byte >> (at % kBitsPerByte)) & 1U) != 0;
}

/// Notes that a row is there; bits are only kept once something was missing.
void add_row(TableColumn& column, bool there) {
    if (!there && column.valid.empty()) {
        for (std::size_t row = 0; row < column.rows; ++row) push_bit(column.valid, row, true);
    }
    if (!there || !column.valid.empty()) push_bit(column.valid, column.rows, there);
    ++column.rows;
}

/// The double nearest to count x 10^-scale.
double nearest_double(int128 count, int scale) {
    constexpr int128 kMostExact = 9'007'199'254'740'992;
    if (count <= kMostExact && count >= -kMostExact) return static_cast<double>(count) / pow10_double(scale);
    const std::string text = format_decimal(count, scale);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

nb::object decimal(const std::string& text) { return nb::module_::import_("decimal").attr("Decimal")(text); }

/// The column's kind as Arrow writes it.
std::string arrow_format(const TableColumn& column) {
    switch (column.kind) {
        case TableColumn::Kind::kTimeMs:
            return "tsm:UTC";
        case TableColumn::Kind::kInt64:
            return "l";
        case TableColumn::Kind::kFloat64:
            return "g";
        case TableColumn::Kind::kDecimal:
            return fmt::format("d:38,{}", column.scale);
        case TableColumn::Kind::kText:
            return "u";
        case TableColumn::Kind::kBool:
            return "b";
    }
    return {};
}

std::vector<const void*> arrow_buffers(const TableColumn& column) {
    const void* const validity = column.valid.empty() ? nullptr : column.valid.data();
    switch (column.kind) {
        case TableColumn::Kind::kTimeMs:
        case TableColumn::Kind::kInt64:
            return {validity, column.integers.data()};
        case TableColumn::Kind::kFloat64:
            return {validity, column.numbers.data()};
        case TableColumn::Kind::kDecimal:
            return {validity, column.counts.data()};
        case TableColumn::Kind::kText:
            return {validity, column.offsets.data(), column.text.data()};
        case TableColumn::Kind::kBool:
            return {validity, column.bits.data()};
    }
    return {};
}

/// Values for numpy: int64 (times, the least number where one is missing, and ids) or float64 (all other numbers, the
/// nearest double of exact ones, and ids of which some are missing; NaN where one is). Text and bool come as lists.
nb::object plain_values(const TableColumn& column) {
    constexpr std::int64_t kMissing = std::numeric_limits<std::int64_t>::min();
    const bool has_missing_ids = column.kind == TableColumn::Kind::kInt64 && column.nulls != 0;
    if (column.kind == TableColumn::Kind::kTimeMs || (column.kind == TableColumn::Kind::kInt64 && !has_missing_ids)) {
        auto values = std::make_shared<std::vector<std::int64_t>>(column.integers);
        for (std::size_t row = 0; row < column.rows; ++row) {
            if (column.is_null(row)) (*values)[row] = kMissing;
        }
        const std::span<const std::int64_t> view(*values);
        return nb::steal(make_array(std::move(values), view));
    }
    if (has_missing_ids || column.kind == TableColumn::Kind::kFloat64 || column.kind == TableColumn::Kind::kDecimal) {
        auto values = std::make_shared<std::vector<double>>(column.numbers);
        for (std::size_t row = 0; row < column.integers.size(); ++row) {
            values->push_back(column.is_null(row) ? std::nan("") : static_cast<double>(column.integers[row]));
        }
        for (std::size_t row = 0; row < column.counts.size(); ++row) {
            values->push_back(column.is_null(row) ? std::nan("") : nearest_double(column.counts[row], column.scale));
        }
        const std::span<const double> view(*values);
        return nb::steal(make_array(std::move(values), view));
    }
    nb::list values;
    for (std::size_t row = 0; row < column.rows; ++row) values.append(column.value(row));
    return values;
}

using SharedTable = std::shared_ptr<const Table>;

const TableColumn& column_named(const Table& table, std::string_view name) {
    for (const TableColumn& column : table.columns) {
        if (column.name == name) return column;
    }
    throw nb::key_error(fmt::format("no column {}", name).c_str());
}

nb::object stream(const SharedTable& table) {
    std::vector<ArrowColumn> columns;
    for (const TableColumn& column : table->columns) {
        columns.push_back({.name = column.name,
                           .format = arrow_format(column),
                           .nullable = column.nulls != 0,
                           .nulls = column.nulls,
                           .buffers = arrow_buffers(column)});
    }
    return arrow_stream(std::move(columns), table->rows, table);
}

nb::object row(const Table& table, std::size_t index) {
    if (index >= table.rows) throw nb::index_error();
    nb::list values;
    for (const TableColumn& column : table.columns) values.append(column.value(index));
    return nb::tuple(values);
}

}  // namespace

void TableColumn::add_integer(std::int64_t value) {
    integers.push_back(value);
    add_row(*this, true);
}

void TableColumn::add_time(TimeNs time_ns) { add_integer(floor_div(time_ns, kNsPerMs)); }

void TableColumn::add_number(double value) {
    numbers.push_back(value);
    add_row(*this, true);
}

void TableColumn::add_count(int128 count) {
    counts.push_back(count);
    add_row(*this, true);
}

void TableColumn::add_text(std::string_view value) {
    text += value;
    offsets.push_back(static_cast<std::int32_t>(text.size()));
    add_row(*this, true);
}

void TableColumn::add_bool(bool value) {
    push_bit(bits, rows, value);
    add_row(*this, true);
}

void TableColumn::add_null() {
    switch (kind) {
        case Kind::kTimeMs:
        case Kind::kInt64:
            integers.push_back(0);
            break;
        case Kind::kFloat64:
            numbers.push_back(std::numeric_limits<double>::quiet_NaN());
            break;
        case Kind::kDecimal:
            counts.push_back(0);
            break;
        case Kind::kText:
            offsets.push_back(offsets.back());
            break;
        case Kind::kBool:
            push_bit(bits, rows, false);
            break;
    }
    add_row(*this, false);
    ++nulls;
}

bool TableColumn::is_null(std::size_t row) const { return !valid.empty() && !bit(valid, row); }

nb::object TableColumn::value(std::size_t row) const {
    if (is_null(row)) return nb::none();
    switch (kind) {
        case Kind::kTimeMs:
        case Kind::kInt64:
            return nb::int_(integers[row]);
        case Kind::kFloat64:
            return nb::float_(numbers[row]);
        case Kind::kDecimal:
            return decimal(format_decimal(counts[row], scale));
        case Kind::kText: {
            const auto begin = static_cast<std::size_t>(offsets[row]);
            const auto end = static_cast<std::size_t>(offsets[row + 1]);
            return nb::str(text.data() + begin, end - begin);
        }
        case Kind::kBool:
            return nb::bool_(bit(bits, row));
    }
    return nb::none();
}

void bind_table(nb::module_& module) {
    nb::class_<Table>(module, "Table")
        .def("__len__", [](const Table& table) { return table.rows; })
        .def("row", row)
        .def_prop_ro("columns",
                     [](const Table& table) {
                         nb::list names;
                         for (const TableColumn& column : table.columns) names.append(column.name);
                         return nb::tuple(names);
                     })
        .def("kind",
             [](const Table& table, std::string_view name) {
                 static constexpr const char* kNames[] = {"time", "int", "float", "decimal", "text", "bool"};
                 return kNames[static_cast<std::size_t>(column_named(table, name).kind)];
             })
        .def("plain", [](const Table& table, std::string_view name) { return plain_values(column_named(table, name)); })
        .def("exact",
             [](const Table& table, std::string_view name) {
                 const TableColumn& column = column_named(table, name);
                 nb::list values;
                 for (std::size_t row = 0; row < column.rows; ++row) values.append(column.value(row));
                 return values;
             })
        .def(
            "__arrow_c_stream__", [](const SharedTable& table, const nb::object& /*schema*/) { return stream(table); },
            nb::arg("requested_schema") = nb::none());
}

}  // namespace ct::python
