#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/rapidjson.h>
#include <rapidjson/reader.h>

#include "ct/config/config_builder.hpp"
#include "ct/config/config_formats.hpp"
#include "ct/config/config_node.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

namespace {

constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                            rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;

/// Takes the reader's events. Text is decoded in place, so a string's address tells where it stands; of all else the
/// reader has just passed the end.
class Handler {
  public:
    Handler(ConfigBuilder& builder, std::string_view text, const std::string& buffer,
            rapidjson::InsituStringStream& stream)
        : builder_(&builder), text_(text), places_(text), buffer_(buffer.data()), stream_(&stream) {}

    // The names are the library's.
    // NOLINTBEGIN(readability-identifier-naming)
    bool Null() { return builder_->scalar(ConfigNode::Kind::kNothing, "null", before(4)); }
    bool Bool(bool value) {
        return builder_->scalar(ConfigNode::Kind::kBoolean, value ? "true" : "false", before(value ? 4 : 5));
    }
    bool RawNumber(const char* /*in_place*/, rapidjson::SizeType length, bool /*copy*/) {
        return builder_->scalar(ConfigNode::Kind::kNumber, std::string(text_.substr(stream_->Tell() - length, length)),
                                before(length));
    }
    bool String(const char* text, rapidjson::SizeType length, bool /*copy*/) {
        return builder_->scalar(ConfigNode::Kind::kText, std::string(text, length), quote_before(text));
    }
    bool Key(const char* text, rapidjson::SizeType length, bool /*copy*/) {
        return builder_->name(std::string(text, length), quote_before(text));
    }
    bool StartObject() { return builder_->open(ConfigNode::Kind::kTable, before(1)); }
    bool StartArray() { return builder_->open(ConfigNode::Kind::kList, before(1)); }
    bool EndObject(rapidjson::SizeType /*members*/) { return builder_->close(); }
    bool EndArray(rapidjson::SizeType /*elements*/) { return builder_->close(); }
    // Numbers come as text.
    static bool Int(int /*number*/) { return false; }
    static bool Uint(unsigned /*number*/) { return false; }
    static bool Int64(std::int64_t /*number*/) { return false; }
    static bool Uint64(std::uint64_t /*number*/) { return false; }
    static bool Double(double /*number*/) { return false; }
    // NOLINTEND(readability-identifier-naming)

  private:
    Place before(std::size_t length) { return places_.at(stream_->Tell() - length); }
    Place quote_before(const char* text) { return places_.at(static_cast<std::size_t>(text - buffer_) - 1); }

    ConfigBuilder* builder_;
    std::string_view text_;
    PlaceCounter places_;
    const char* buffer_;
    rapidjson::InsituStringStream* stream_;
};

}  // namespace

Result<ConfigNode> parse_json(std::string_view text, const std::string& file) {
    std::string buffer(text);
    rapidjson::InsituStringStream stream(buffer.data());
    ConfigBuilder builder(file);
    Handler handler(builder, text, buffer, stream);
    rapidjson::Reader reader;
    const rapidjson::ParseResult parsed = reader.Parse<kFlags>(stream, handler);
    if (!builder.status()) return fail(builder.status());
    if (parsed.IsError()) {
        return refuse(file, PlaceCounter(text).at(parsed.Offset()),
                      fmt::format("expected JSON: {}", rapidjson::GetParseError_En(parsed.Code())));
    }
    return builder.take();
}

}  // namespace ct::config
