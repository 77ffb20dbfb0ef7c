#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "ct/report/packed_columns.hpp"

namespace ct::report {

/// Writes the data block of a page: JSON without anything in it that HTML could take for markup, whatever the texts
/// are. Columns of numbers stand packed in one text at its end. For the sources of the reports only.
class DataWriter {
  public:
    DataWriter() : writer_(buffer_) {}

    void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void text(std::string_view value);
    void integer(std::int64_t value) { writer_.Int64(value); }
    void boolean(bool value) { writer_.Bool(value); }
    /// null where it is undefined.
    void number(double value);
    /// Rounded to so many decimals.
    void number(double value, int decimals);
    void null() { writer_.Null(); }

    template <class Write>
    void array(Write write) {
        writer_.StartArray();
        write();
        writer_.EndArray();
    }
    template <class Write>
    void object(Write write) {
        writer_.StartObject();
        write();
        writer_.EndObject();
    }
    template <class Write>
    void array(std::string_view name, Write write) {
        key(name), array(write);
    }
    template <class Write>
    void object(std::string_view name, Write write) {
        key(name), object(write);
    }
    void text(std::string_view name, std::string_view value) { key(name), text(value); }
    void integer(std::string_view name, std::int64_t value) { key(name), integer(value); }

    /// A column of numbers, counted in units of 10^-d: {d, at, n, w, o}, where it lies among the packed columns. d is
    /// `decimals`, or less where a count would not fit a double. What is undefined has no value.
    void column(std::string_view name, std::span<const double> values, int decimals);
    /// The same of counts, of which some may be kNoCount.
    void column(std::string_view name, std::span<const std::int64_t> counts, int decimals = 0);

    /// The whole text: an object of the members that `write` writes.
    template <class Write>
    std::string document(Write write) {
        object(write);
        return with_columns();
    }

  private:
    std::string with_columns();

    PackedColumns columns_;
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

/// A number in units of 1 / scale, kNoCount where it is undefined or too large.
std::int64_t count_of(double value, double scale);

/// So many decimals that the largest of these values has about so many digits.
int reading_precision(std::span<const double> values, int digits = 7);

}  // namespace ct::report
