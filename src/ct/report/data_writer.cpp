#include "ct/report/data_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/analyzers/report_text.hpp"
#include "ct/core/decimal.hpp"
#include "ct/report/packed_columns.hpp"

namespace ct::report {

namespace {

constexpr double kLargestCount = 1e15;  // the page adds differences of differences: they are exact in a double too
constexpr int kMostDecimals = 12;

double largest_of(std::span<const double> values) {
    double largest = 0;
    for (const double value : values) {
        if (std::isfinite(value)) largest = std::max(largest, std::fabs(value));
    }
    return largest;
}

}  // namespace

int reading_precision(std::span<const double> values, int digits) {
    const double enough = pow10_double(digits - 1);
    double largest = largest_of(values);
    int decimals = 0;
    while (largest > 0 && largest < enough && decimals < kMostDecimals) {
        largest *= 10;
        ++decimals;
    }
    return decimals;
}

void DataWriter::text(std::string_view value) {
    const std::string clean = analyzers::clean_text(value);
    writer_.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
}

void DataWriter::number(double value) {
    if (std::isfinite(value)) {
        writer_.Double(value);
    } else {
        writer_.Null();
    }
}

void DataWriter::number(double value, int decimals) {
    const double scale = pow10_double(decimals);
    const double rounded = std::round(value * scale) / scale;
    number(std::isfinite(rounded) ? rounded : value);
}

std::int64_t count_of(double value, double scale) {
    const double count = value * scale;
    return std::isfinite(count) && std::fabs(count) <= kLargestCount ? std::llround(count) : kNoCount;
}

void DataWriter::column(std::string_view name, std::span<const double> values, int decimals) {
    double largest = 0;
    for (const double value : values) {
        if (std::fabs(value) <= kLargestCount) largest = std::max(largest, std::fabs(value));
    }
    while (decimals > 0 && largest * pow10_double(decimals) > kLargestCount) --decimals;
    const double scale = pow10_double(decimals);
    std::vector<std::int64_t> counts(values.size());
    std::transform(values.begin(), values.end(), counts.begin(), [&](double value) { return count_of(value, scale); });
    column(name, counts, decimals);
}

void DataWriter::column(std::string_view name, std::span<const std::int64_t> counts, int decimals) {
    const PackedColumns::Place place = columns_.add(counts);
    object(name, [&] {
        integer("d", decimals);
        integer("at", static_cast<std::int64_t>(place.at));
        integer("n", static_cast<std::int64_t>(place.rows));
        integer("w", static_cast<std::int64_t>(place.width));
        integer("o", static_cast<std::int64_t>(place.order));
    });
}

std::string DataWriter::with_columns() {
    const std::string_view json(buffer_.GetString(), buffer_.GetSize() - 1);  // without its last brace
    const bool empty = json.size() == 1;
    std::string text;
    for (const char c : json) {
        if (c == '<' || c == '>' || c == '&') {  // only ever inside of texts
            text += c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : "\\u0026";
        } else {
            text += c;
        }
    }
    text += empty ? R"("columns":")" : R"(,"columns":")";
    append_base64(text, std::exchange(columns_, {}).deflated());
    text += "\"}";
    return text;
}

}  // namespace ct::report
