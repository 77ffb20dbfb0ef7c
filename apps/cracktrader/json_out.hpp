#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "cracktrader/print.hpp"

namespace ct::cli {

/// JSON for programs, written as a command finds its values.
class JsonOut {
  public:
    JsonOut() : json_(buffer_) {}

    void begin_object() { json_.StartObject(); }
    void end_object() { json_.EndObject(); }
    void begin_array() { json_.StartArray(); }
    void end_array() { json_.EndArray(); }
    void key(const char* name) { json_.Key(name); }
    void text(const char* name, std::string_view value) {
        json_.Key(name);
        json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
    void texts(const char* name, const std::vector<std::string_view>& values) {
        json_.Key(name);
        json_.StartArray();
        for (const std::string_view value : values)
            json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
        json_.EndArray();
    }
    template <class Number>
    void number(const char* name, Number value) {
        const std::string digits = fmt::format("{}", value);
        json_.Key(name);
        json_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }
    void flag(const char* name, bool value) {
        json_.Key(name);
        json_.Bool(value);
    }
    void print_out() { print(stdout, "{}\n", buffer_.GetString()); }

  private:
    rapidjson::StringBuffer buffer_;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> json_;
};

}  // namespace ct::cli
