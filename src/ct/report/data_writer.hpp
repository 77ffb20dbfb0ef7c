#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace ct::report {

/// Writes the data block of a page: JSON without anything in it that HTML could take for markup, whatever the texts
/// are. For the sources of the reports only.
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

    /// A column of numbers as {d, v}: each as what it adds to the number before it, counted in units of 10^-d; null
    /// where it is undefined. d is `decimals`, or less where a count would not fit a double.
    void column(std::string_view name, std::span<const double> values, int decimals);

    /// The whole text. Requires: all that began has ended.
    [[nodiscard]] std::string take() const;

  private:
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

/// So many decimals that the largest of these values has about seven digits.
int reading_precision(std::span<const double> values);

}  // namespace ct::report
