#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidjson/rapidjson.h>
#include <rapidjson/reader.h>

namespace ct::test {

/// Reads JSON into the text of each value by its path: {"a": [1.50, "x"]} is a[0] = 1.50 and a[1] = "x". Numbers keep
/// their digits, text stands in quotes. Also keeps the names of each object in order.
class FlatJson {
  public:
    explicit FlatJson(const std::string& json) {
        rapidjson::StringStream stream(json.c_str());
        rapidjson::Reader reader;
        EXPECT_TRUE((reader.Parse<rapidjson::kParseNumbersAsStringsFlag>(stream, *this))) << json;
    }

    const std::string& operator[](const std::string& path) const {
        static const std::string kNone = "no such path";
        const auto found = values_.find(path);
        return found == values_.end() ? kNone : found->second;
    }
    /// The names of the object of this path, in order.
    [[nodiscard]] std::vector<std::string> names(const std::string& path) const {
        const auto found = names_.find(path);
        return found == names_.end() ? std::vector<std::string>() : found->second;
    }
    /// How many elements the array of this path has; 0 where there is none.
    [[nodiscard]] std::size_t size(const std::string& path) const {
        const auto found = sizes_.find(path);
        return found == sizes_.end() ? 0 : found->second;
    }
    [[nodiscard]] bool has(const std::string& path) const { return values_.contains(path); }

    // What the reader calls, under names of its choice. NOLINTBEGIN(readability-identifier-naming)
    using Ch = char;
    using Size = rapidjson::SizeType;
    bool Null() { return value("null"); }
    bool Bool(bool truth) { return value(truth ? "true" : "false"); }
    bool Int(int /*number*/) { return false; }  // numbers come as text
    bool Uint(unsigned /*number*/) { return false; }
    bool Int64(std::int64_t /*number*/) { return false; }
    bool Uint64(std::uint64_t /*number*/) { return false; }
    bool Double(double /*number*/) { return false; }
    bool RawNumber(const char* text, Size size, bool /*copy*/) { return value({text, size}); }
    bool String(const char* text, Size size, bool /*copy*/) { return value('"' + std::string(text, size) + '"'); }
    bool Key(const char* text, Size size, bool /*copy*/) {
        name_ = std::string(text, size);
        names_[levels_.back().path].push_back(name_);
        return true;
    }
    bool StartObject() { return open(false); }
    bool StartArray() { return open(true); }
    bool EndObject(Size /*count*/) { return close(); }
    bool EndArray(Size /*count*/) { return close(); }
    // NOLINTEND(readability-identifier-naming)

  private:
    struct Level {
        std::string path;
        bool array = false;
        std::size_t next = 0;
    };

    std::string place() {
        if (levels_.empty()) return {};
        Level& level = levels_.back();
        if (level.array) return level.path + "[" + std::to_string(level.next++) + "]";
        return level.path.empty() ? name_ : level.path + "." + name_;
    }
    bool value(std::string text) {
        values_[place()] = std::move(text);
        return true;
    }
    bool open(bool array) {
        levels_.push_back({place(), array});
        return true;
    }
    bool close() {
        if (levels_.back().array) sizes_[levels_.back().path] = levels_.back().next;
        levels_.pop_back();
        return true;
    }

    std::vector<Level> levels_;
    std::string name_;
    std::map<std::string, std::string> values_;
    std::map<std::string, std::vector<std::string>> names_;
    std::map<std::string, std::size_t> sizes_;
};

}  // namespace ct::test
