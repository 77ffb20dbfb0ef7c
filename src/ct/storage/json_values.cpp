#include "ct/storage/json_values.hpp"

#include <string_view>

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/error/error.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/rapidjson.h>
#include <rapidjson/reader.h>

#include "ct/core/result.hpp"

namespace ct::storage {

/// What the parser calls, under names of its choice.
/// NOLINTBEGIN(readability-identifier-naming,bugprone-derived-method-shadowing-base-method)
class JsonValuesHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonValuesHandler> {
  public:
    using Size = rapidjson::SizeType;

    explicit JsonValuesHandler(JsonValues& into) : into_(into) { into_.size_ = 0; }

    bool Null() { return value("null"); }
    bool Bool(bool truth) { return value(truth ? "true" : "false"); }
    bool Default() { return false; }  // numbers come as text
    bool RawNumber(const char* text, Size size, bool /*copy*/) { return value({text, size}); }
    bool String(const char* text, Size size, bool /*copy*/) { return value({text, size}); }
    bool Key(const char* text, Size size, bool /*copy*/) {
        if (depth_ == 1) next().name.assign(text, size);
        return true;
    }
    bool StartObject() { return open(true); }
    bool EndObject(Size /*members*/) { return close(); }
    bool StartArray() { return open(false); }
    bool EndArray(Size /*elements*/) { return close(); }

  private:
    /// The value that is being read.
    JsonValue& next() {
        if (into_.size_ == into_.values_.size()) into_.values_.emplace_back();
        return into_.values_[into_.size_];
    }
    bool value(std::string_view text) {
        if (depth_ != 1) return true;
        JsonValue& taken = next();
        if (!into_.is_object_) taken.name.clear();
        taken.text.assign(text);
        ++into_.size_;
        return true;
    }
    bool open(bool object) {
        if (depth_ == 0) into_.is_object_ = object;
        if (depth_ == 1) value(object ? "{...}" : "[...]");
        ++depth_;
        return true;
    }
    bool close() {
        --depth_;
        return true;
    }

    JsonValues& into_;
    int depth_ = 0;
};
// NOLINTEND(readability-identifier-naming,bugprone-derived-method-shadowing-base-method)

Result<void> JsonValues::parse(std::string_view json) {
    JsonValuesHandler handler(*this);
    rapidjson::MemoryStream stream(json.data(), json.size());
    rapidjson::Reader reader;
    constexpr unsigned kFlags = unsigned{rapidjson::kParseNumbersAsStringsFlag} |
                                unsigned{rapidjson::kParseIterativeFlag} |
                                unsigned{rapidjson::kParseValidateEncodingFlag};
    const rapidjson::ParseResult parsed = reader.Parse<kFlags>(stream, handler);
    if (!parsed.IsError()) return {};
    return fail(ErrorCode::kInvalidData, fmt::format("no valid JSON at byte {} of it: {}", parsed.Offset() + 1,
                                                     rapidjson::GetParseError_En(parsed.Code())));
}

}  // namespace ct::storage
