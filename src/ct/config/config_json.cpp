#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <rapidjson/encodedstream.h>
#include <rapidjson/encodings.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/rapidjson.h>
#include <rapidjson/reader.h>

#include "ct/config/config_builder.hpp"
#include "ct/config/config_formats.hpp"
#include "ct/config/config_node.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

namespace {

constexpr unsigned kFlags = unsigned{rapidjson::kParseIterativeFlag} | unsigned{rapidjson::kParseNumbersAsStringsFlag} |
                            unsigned{rapidjson::kParseValidateEncodingFlag};

/// Finds the places of the tokens of JSON, one after another: the reader does not tell them.
class Tokens {
  public:
    explicit Tokens(std::string_view text) : text_(text), places_(text) {}

    /// The place of the next one but commas and colons. Requires: there is one, and the text up to its end is JSON.
    Place next() {
        const std::size_t start = text_.find_first_not_of(" \t\r\n,:", end_);
        end_ = end_of(start);
        return places_.at(start);
    }

  private:
    [[nodiscard]] std::size_t end_of(std::size_t start) const {
        constexpr std::string_view kBrackets = "{}[]";
        if (kBrackets.find(text_[start]) != std::string_view::npos) return start + 1;
        if (text_[start] != '"') return text_.find_first_of(" \t\r\n,:{}[]", start);
        std::size_t at = start + 1;
        while (text_[at] != '"') at += text_[at] == '\\' ? std::size_t{2} : 1;
        return at + 1;
    }

    std::string_view text_;
    PlaceCounter places_;
    std::size_t end_ = 0;
};

/// Takes the reader's events: one for each token.
class Handler {
  public:
    Handler(ConfigBuilder& builder, std::string_view text) : builder_(&builder), tokens_(text) {}

    // The names are the library's.
    // NOLINTBEGIN(readability-identifier-naming)
    using Size = rapidjson::SizeType;
    bool Null() { return builder_->scalar(ConfigNode::Kind::kNothing, "null", tokens_.next()); }
    bool Bool(bool value) {
        return builder_->scalar(ConfigNode::Kind::kBoolean, value ? "true" : "false", tokens_.next());
    }
    bool RawNumber(const char* text, Size length, bool /*copy*/) {
        return builder_->scalar(ConfigNode::Kind::kNumber, std::string(text, length), tokens_.next());
    }
    bool String(const char* text, Size length, bool /*copy*/) {
        return builder_->scalar(ConfigNode::Kind::kText, std::string(text, length), tokens_.next());
    }
    bool Key(const char* text, Size length, bool /*copy*/) {
        return builder_->name(std::string(text, length), tokens_.next());
    }
    bool StartObject() { return builder_->open(ConfigNode::Kind::kTable, tokens_.next()); }
    bool StartArray() { return builder_->open(ConfigNode::Kind::kList, tokens_.next()); }
    bool EndObject(Size /*members*/) { return close(); }
    bool EndArray(Size /*elements*/) { return close(); }
    // Numbers come as text.
    static bool Int(int /*number*/) { return false; }
    static bool Uint(unsigned /*number*/) { return false; }
    static bool Int64(std::int64_t /*number*/) { return false; }
    static bool Uint64(std::uint64_t /*number*/) { return false; }
    static bool Double(double /*number*/) { return false; }
    // NOLINTEND(readability-identifier-naming)

  private:
    bool close() {
        tokens_.next();
        return builder_->close();
    }

    ConfigBuilder* builder_;
    Tokens tokens_;
};

}  // namespace

Result<ConfigNode> parse_json(std::string_view text, const std::string& file) {
    rapidjson::MemoryStream bytes(text.data(), text.size());
    rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
    ConfigBuilder builder(file);
    Handler handler(builder, text);
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
