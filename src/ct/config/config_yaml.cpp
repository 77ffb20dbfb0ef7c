#include <yaml.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "ct/config/config_builder.hpp"
#include "ct/config/config_formats.hpp"
#include "ct/config/config_node.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

namespace {

Place place_of(const yaml_mark_t& mark) { return {mark.line + 1, mark.column + 1}; }

bool is_number(std::string_view text) {
    constexpr std::string_view kFirst = "0123456789.-";  // from_chars also takes inf and nan
    if (kFirst.find(text.front()) == std::string_view::npos || text.find_first_of("ni") != std::string_view::npos) {
        return false;
    }
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] =
        std::from_chars(text.data(), end, value);  // NOLINT(bugprone-suspicious-stringview-data-usage): it has an end
    return stop == end && error != std::errc::invalid_argument;
}

ConfigNode::Kind kind_of(std::string_view text, yaml_scalar_style_t style) {
    if (style != YAML_PLAIN_SCALAR_STYLE) return ConfigNode::Kind::kText;
    if (text.empty() || text == "null" || text == "~") return ConfigNode::Kind::kNothing;
    if (text == "true" || text == "false") return ConfigNode::Kind::kBoolean;
    return is_number(text) ? ConfigNode::Kind::kNumber : ConfigNode::Kind::kText;
}

/// The parser and the event that it gave last.
class Events {
  public:
    explicit Events(std::string_view text) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    Events(const Events&) = delete;
    Events& operator=(const Events&) = delete;
    ~Events() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }

    /// Null for text that is no YAML.
    const yaml_event_t* next() {
        yaml_event_delete(&event_);
        return yaml_parser_parse(&parser_, &event_) == 1 ? &event_ : nullptr;
    }
    [[nodiscard]] const yaml_parser_t& parser() const { return parser_; }

  private:
    yaml_parser_t parser_{};
    yaml_event_t event_{};
};

bool add_scalar(ConfigBuilder& builder, const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    const Place place = place_of(event.start_mark);
    const std::string text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    if (scalar.anchor != nullptr)
        return builder.stop(place, "anchors are not supported: write the value where it is used");
    if (scalar.tag != nullptr) return builder.stop(place, "tags are not supported: quote text, write numbers plain");
    if (builder.wants_name()) return builder.name(text, place);
    return builder.scalar(kind_of(text, scalar.style), text, place);
}

bool open(ConfigBuilder& builder, const yaml_event_t& event, ConfigNode::Kind kind, const unsigned char* anchor,
          const unsigned char* tag) {
    const Place place = place_of(event.start_mark);
    if (anchor != nullptr) return builder.stop(place, "anchors are not supported: write the value where it is used");
    if (tag != nullptr) return builder.stop(place, "tags are not supported: quote text, write numbers plain");
    if (builder.wants_name()) return builder.stop(place, "expected a name as text");
    return builder.open(kind, place);
}

bool add(ConfigBuilder& builder, const yaml_event_t& event, int& documents) {
    const auto& mapping = event.data.mapping_start;
    const auto& sequence = event.data.sequence_start;
    switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
            return ++documents == 1 || builder.stop(place_of(event.start_mark), "expected one document");
        case YAML_ALIAS_EVENT:
            return builder.stop(place_of(event.start_mark), "aliases are not supported: write the value itself");
        case YAML_SCALAR_EVENT:
            return add_scalar(builder, event);
        case YAML_MAPPING_START_EVENT:
            return open(builder, event, ConfigNode::Kind::kTable, mapping.anchor, mapping.tag);
        case YAML_SEQUENCE_START_EVENT:
            return open(builder, event, ConfigNode::Kind::kList, sequence.anchor, sequence.tag);
        case YAML_MAPPING_END_EVENT:
        case YAML_SEQUENCE_END_EVENT:
            return builder.close();
        default:
            return true;
    }
}

}  // namespace

Result<ConfigNode> parse_yaml(std::string_view text, const std::string& file) {
    Events events(text);
    ConfigBuilder builder(file);
    int documents = 0;
    while (const yaml_event_t* const event = events.next()) {
        if (event->type == YAML_STREAM_END_EVENT) return builder.take();
        if (!add(builder, *event, documents)) return fail(builder.status());
    }
    const yaml_parser_t& parser = events.parser();
    const bool unreadable = parser.error == YAML_READER_ERROR;  // which has no mark
    return refuse(file,
                  unreadable ? PlaceCounter(text).at(std::min(parser.problem_offset, text.size()))
                             : place_of(parser.problem_mark),
                  fmt::format("expected YAML: {}", parser.problem));
}

}  // namespace ct::config
