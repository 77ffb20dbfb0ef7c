#include "ct/config/risk_file.hpp"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/config/toml.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule_settings.hpp"

namespace ct::config {

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20U;

using risk::RuleSettings;
using risk::Setting;

/// Turns the nodes of a document into settings; each knows its line.
class Reader {
  public:
    explicit Reader(const std::string& name) : name_(&name) {}

    Result<std::vector<RuleSettings>> read(const toml::table& document);

  private:
    [[nodiscard]] std::string where(const toml::node& node) const {
        return fmt::format("{}:{}", *name_, node.source().begin.line);
    }
    [[nodiscard]] tl::unexpected<Error> refuse(const toml::node& node, const std::string& sentence) const {
        return fail(ErrorCode::kInvalidArgument, fmt::format("{}: {}", where(node), sentence));
    }
    [[nodiscard]] Setting setting(std::string_view key, const toml::node& node) const;
    [[nodiscard]] RuleSettings rule(std::string_view name, const toml::table& table) const;

    const std::string* name_;
};

std::string_view kind_name(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::boolean:
            return node.as_boolean()->get() ? "true" : "false";
        case toml::node_type::table:
            return "a table";
        case toml::node_type::array:
            return "a list of something else than text";
        default:
            return "a date or a time";
    }
}

Setting Reader::setting(std::string_view key, const toml::node& node) const {
    Setting setting{.key = std::string(key), .where = where(node)};
    const auto set = [&](Setting::Kind kind, std::vector<std::string> texts) {
        setting.kind = kind;
        setting.texts = std::move(texts);
    };
    if (const auto* whole = node.as_integer()) {
        set(Setting::Kind::kNumber, {fmt::format("{}", whole->get())});
    } else if (const auto* number = node.as_floating_point()) {
        set(Setting::Kind::kNumber, {fmt::format("{}", number->get())});  // the shortest text of the number
    } else if (const auto* text = node.as_string()) {
        set(Setting::Kind::kText, {text->get()});
    } else if (const auto* list = node.as_array();
               list != nullptr && (list->empty() || list->is_homogeneous<std::string>())) {
        std::vector<std::string> texts;
        for (const toml::node& element : *list) texts.push_back(element.as_string()->get());
        set(Setting::Kind::kList, std::move(texts));
    } else {
        set(Setting::Kind::kOther, {std::string(kind_name(node))});
    }
    return setting;
}

RuleSettings Reader::rule(std::string_view name, const toml::table& table) const {
    RuleSettings rule{.rule = std::string(name), .where = where(table)};
    for (const auto& [key, node] : table) rule.settings.push_back(setting(key.str(), node));
    return rule;
}

Result<std::vector<RuleSettings>> Reader::read(const toml::table& document) {
    std::vector<RuleSettings> rules;
    for (const auto& [section, node] : document) {
        const toml::table* const names = node.as_table();
        if (section.str() != "risk" || names == nullptr) {
            return refuse(node, fmt::format("'{}': expected tables of the form [risk.NAME]; did you mean 'risk'?",
                                            section.str()));
        }
        for (const auto& [name, value] : *names) {
            if (const toml::table* const table = value.as_table()) {
                rules.push_back(rule(name.str(), *table));
            } else if (const toml::array* const tables = value.as_array();
                       tables != nullptr && tables->is_array_of_tables()) {
                for (const toml::node& one : *tables) rules.push_back(rule(name.str(), *one.as_table()));
            } else {
                return refuse(value, fmt::format("risk.{0}: expected a table [risk.{0}] or [[risk.{0}]]", name.str()));
            }
        }
    }
    if (rules.empty()) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("{}: expected at least one rule, such as [risk.max_order]", *name_));
    }
    return rules;
}

}  // namespace

Result<std::vector<RuleSettings>> parse_risk_text(std::string_view text, const std::string& name) {
    const toml::parse_result parsed = toml::parse(text, name);
    if (parsed) return Reader(name).read(parsed.table());
    const toml::parse_error& error = parsed.error();
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("{}:{}: expected TOML: {}", name, error.source().begin.line, error.description()));
}

Result<std::vector<RuleSettings>> read_risk_file(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) {
        return fail(ErrorCode::kNotFound, fmt::format("there is no file {}", path.string()));
    }
    std::ifstream file(path, std::ios::binary);
    std::string text(kMostBytes + 1, '\0');
    if (std::filesystem::is_directory(status) ||
        !file.read(text.data(), static_cast<std::streamsize>(text.size())).eof()) {
        if (file && !std::filesystem::is_directory(status)) {
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("{}: expected at most {} bytes of TOML", path.string(), kMostBytes));
        }
        return fail(ErrorCode::kReadFailed, fmt::format("cannot read {}", path.string()));
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    return parse_risk_text(text, path.string());
}

}  // namespace ct::config
