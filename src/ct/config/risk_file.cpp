#include "ct/config/risk_file.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/config/config_file.hpp"
#include "ct/config/config_node.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule_settings.hpp"

namespace ct::config {

namespace {

using risk::RuleSettings;
using risk::Setting;

std::string where(const std::string& file, Place place) {
    return fmt::format("{}:{}:{}", file, place.line, place.column);
}

bool are_all(const ConfigNode& list, ConfigNode::Kind kind) {
    return std::all_of(list.children.begin(), list.children.end(),
                       [&](const ConfigNode& child) { return child.kind == kind; });
}

Setting setting(const ConfigNode& node, const std::string& file) {
    Setting setting{.key = node.name, .where = where(file, node.place)};
    if (node.kind == ConfigNode::Kind::kNumber) {
        setting.kind = Setting::Kind::kNumber;
        setting.texts = {node.text};
    } else if (node.kind == ConfigNode::Kind::kText) {
        setting.kind = Setting::Kind::kText;
        setting.texts = {node.text};
    } else if (node.kind == ConfigNode::Kind::kList && are_all(node, ConfigNode::Kind::kText)) {
        setting.kind = Setting::Kind::kList;
        for (const ConfigNode& element : node.children) setting.texts.push_back(element.text);
    } else {
        const bool list = node.kind == ConfigNode::Kind::kList;
        setting.texts = {list ? "a list of something else than text" : described(node)};
    }
    return setting;
}

RuleSettings rule(const std::string& name, const ConfigNode& table, const std::string& file) {
    RuleSettings rule{
        .rule = name, .where = where(file, table.place), .folder = std::filesystem::path(file).parent_path().string()};
    for (const ConfigNode& child : table.children) rule.settings.push_back(setting(child, file));
    return rule;
}

}  // namespace

Result<std::vector<RuleSettings>> read_rules(const ConfigNode& risk, const std::string& file) {
    std::vector<RuleSettings> rules;
    for (const ConfigNode& named : risk.children) {
        if (named.kind == ConfigNode::Kind::kTable) {
            rules.push_back(rule(named.name, named, file));
        } else if (named.kind == ConfigNode::Kind::kList && !named.children.empty() &&
                   are_all(named, ConfigNode::Kind::kTable)) {
            for (const ConfigNode& one : named.children) rules.push_back(rule(named.name, one, file));
        } else {
            return refuse(file, named.place,
                          fmt::format("risk.{}: expected a table of settings, or a list of those, not {}", named.name,
                                      described(named)));
        }
    }
    if (risk.kind == ConfigNode::Kind::kTable && !rules.empty()) return rules;
    return refuse(file, risk.place, "risk: expected at least one table with a rule's settings, such as risk.max_order");
}

namespace {

/// Of a file that has nothing else.
Result<std::vector<RuleSettings>> read_root(const ConfigNode& root, const std::string& file) {
    for (const ConfigNode& section : root.children) {
        if (section.name == "risk") continue;
        return refuse(file, section.name_place,
                      fmt::format("'{}': expected tables of the form [risk.NAME]; did you mean 'risk'?", section.name));
    }
    const ConfigNode* const risk = root.find("risk");
    if (risk != nullptr) return read_rules(*risk, file);
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("{}: expected at least one rule, such as [risk.max_order]", file));
}

}  // namespace

Result<std::vector<RuleSettings>> parse_risk_text(std::string_view text, const std::string& file) {
    const auto root = parse_config(text, file);
    if (!root) return fail(root);
    return read_root(*root, file);
}

Result<std::vector<RuleSettings>> read_risk_file(const std::filesystem::path& path) {
    const auto root = read_config(path);
    if (!root) return fail(root);
    return read_root(*root, path.string());
}

}  // namespace ct::config
