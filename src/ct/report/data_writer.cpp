#include "ct/report/data_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ct/analyzers/report_text.hpp"

namespace ct::report {

namespace {

constexpr double kLargestCount = 9e15;  // whole numbers up to it are exact in a double, and so in the page
constexpr int kMostDecimals = 12;

double power_of_ten(int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

double largest_of(std::span<const double> values) {
    double largest = 0;
    for (const double value : values) {
        if (std::isfinite(value)) largest = std::max(largest, std::fabs(value));
    }
    return largest;
}

}  // namespace

int reading_precision(std::span<const double> values) {
    constexpr double kDigits = 1e6;
    double largest = largest_of(values);
    int decimals = 0;
    while (largest > 0 && largest < kDigits && decimals < kMostDecimals) {
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
    const double scale = power_of_ten(decimals);
    const double rounded = std::round(value * scale) / scale;
    number(std::isfinite(rounded) ? rounded : value);
}

void DataWriter::column(std::string_view name, std::span<const double> values, int decimals) {
    const double largest = largest_of(values);
    while (decimals > 0 && largest * power_of_ten(decimals) > kLargestCount) --decimals;
    const double scale = power_of_ten(decimals);
    object(name, [&] {
        integer("d", decimals);
        array("v", [&] {
            std::int64_t before = 0;
            for (const double value : values) {
                if (!std::isfinite(value) || std::fabs(value) > kLargestCount) {
                    null();
                    continue;
                }
                const std::int64_t count = std::llround(value * scale);
                integer(count - before);
                before = count;
            }
        });
    });
}

std::string DataWriter::take() const {
    const std::string_view json(buffer_.GetString(), buffer_.GetSize());
    std::string text;
    text.reserve(json.size() + json.size() / 16);
    for (const char c : json) {
        if (c == '<' || c == '>' || c == '&') {  // only ever inside of texts
            text += c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : "\\u0026";
        } else {
            text += c;
        }
    }
    return text;
}

}  // namespace ct::report
