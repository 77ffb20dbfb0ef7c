#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/config/config_builder.hpp"
#include "ct/config/config_formats.hpp"
#include "ct/config/config_node.hpp"
#include "ct/config/toml.hpp"
#include "ct/config/toml_hint.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

namespace {

Place place_in(const toml::source_region& region) { return {region.begin.line, region.begin.column}; }

template <class Time>
std::string time_text(const Time& time) {
    std::ostringstream text;
    text << time;
    return text.str();
}

std::string_view line_of(std::string_view text, toml::source_index number) {
    text.remove_prefix(line_begin(text, number));
    return text.substr(0, text.find('\n'));
}

/// Walks a document in the order in which it is written, which its tables do not keep.
class Walk {
  public:
    explicit Walk(ConfigBuilder& builder) : builder_(&builder) {}

    bool visit(const toml::node& node);

  private:
    bool visit_table(const toml::table& table);

    ConfigBuilder* builder_;
};

bool Walk::visit_table(const toml::table& table) {
    std::vector<std::pair<const toml::key*, const toml::node*>> members;
    for (const auto& [key, node] : table) members.emplace_back(&key, &node);
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
        const toml::source_position left = a.first->source().begin;
        const toml::source_position right = b.first->source().begin;
        return std::tie(left.line, left.column) < std::tie(right.line, right.column);
    });
    if (!builder_->open(ConfigNode::Kind::kTable, place_in(table.source()))) return false;
    for (const auto& [key, node] : members) {
        if (!builder_->name(std::string(key->str()), place_in(key->source())) || !visit(*node)) return false;
    }
    return builder_->close();
}

bool Walk::visit(const toml::node& node) {
    const auto scalar = [&](ConfigNode::Kind kind, std::string text) {
        return builder_->scalar(kind, std::move(text), place_in(node.source()));
    };
    if (const auto* table = node.as_table()) return visit_table(*table);
    if (const auto* list = node.as_array()) {
        return builder_->open(ConfigNode::Kind::kList, place_in(node.source())) &&
               std::all_of(list->begin(), list->end(), [&](const toml::node& element) { return visit(element); }) &&
               builder_->close();
    }
    if (const auto* text = node.as_string()) return scalar(ConfigNode::Kind::kText, text->get());
    if (const auto* flag = node.as_boolean()) return scalar(ConfigNode::Kind::kBoolean, flag->get() ? "true" : "false");
    if (const auto* whole = node.as_integer())
        return scalar(ConfigNode::Kind::kNumber, fmt::format("{}", whole->get()));
    if (const auto* number = node.as_floating_point()) {
        return scalar(ConfigNode::Kind::kNumber, fmt::format("{}", number->get()));  // the shortest text of the number
    }
    if (const auto* date = node.as_date()) return scalar(ConfigNode::Kind::kTime, time_text(date->get()));
    if (const auto* time = node.as_time()) return scalar(ConfigNode::Kind::kTime, time_text(time->get()));
    return scalar(ConfigNode::Kind::kTime, time_text(node.as_date_time()->get()));
}

}  // namespace

Result<ConfigNode> parse_toml(std::string_view text, const std::string& file) {
    const toml::parse_result parsed = toml::parse(text, file);
    if (!parsed) {
        const toml::parse_error& error = parsed.error();
        return refuse(file, place_in(error.source()),
                      fmt::format("expected TOML: {}{}", error.description(),
                                  toml_hint(line_of(text, error.source().begin.line))));
    }
    ConfigBuilder builder(file);
    if (!Walk(builder).visit(parsed.table())) return fail(builder.status());
    return builder.take();
}

}  // namespace ct::config
