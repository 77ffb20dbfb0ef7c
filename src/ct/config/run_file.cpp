#include "ct/config/run_file.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/config/config_file.hpp"
#include "ct/config/config_node.hpp"
#include "ct/config/find_text.hpp"
#include "ct/config/parameter_range.hpp"
#include "ct/config/risk_file.hpp"
#include "ct/config/run_options.hpp"
#include "ct/config/run_settings.hpp"
#include "ct/core/file_text.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

namespace {

using Kind = ConfigNode::Kind;

/// Turns the values of a tree into settings.
class Reader {
  public:
    Reader(const std::string& file, std::string text)
        : file_(&file),
          folder_(std::filesystem::path(file).parent_path()),
          whole_(std::make_shared<const std::string>(std::move(text))) {}

    Result<RunOptions> read(const ConfigNode& root);

  private:
    [[nodiscard]] tl::unexpected<Error> bad(const RunSetting& setting, const ConfigNode& node,
                                            std::string_view expected) const {
        return refuse(*file_, node.place,
                      fmt::format("{}: expected {}, not {}", setting.name(), expected, described(node)));
    }
    [[nodiscard]] tl::unexpected<Error> unknown_table(const ConfigNode& table) const;
    [[nodiscard]] tl::unexpected<Error> unknown_key(std::string_view table, const ConfigNode& node) const;
    Result<void> read_table(const ConfigNode& table);
    Result<void> read_risk(const ConfigNode& table);
    Result<void> read_value(const RunSetting& setting, const ConfigNode& node);
    [[nodiscard]] Result<Given> one(const RunSetting& setting, const ConfigNode& node) const;
    [[nodiscard]] Result<std::vector<Given>> list(const RunSetting& setting, const ConfigNode& node) const;
    Result<std::vector<Given>> pairs(const RunSetting& setting, const ConfigNode& table);
    [[nodiscard]] Given given(const RunSetting& setting, const ConfigNode& node, std::string text) const;

    const std::string* file_;
    std::filesystem::path folder_;
    std::shared_ptr<const std::string> whole_;
    RunOptions options_;
};

const RunSetting* find(std::string_view table, std::string_view key) {
    const auto settings = run_settings();
    const auto found = std::find_if(settings.begin(), settings.end(), [&](const RunSetting& setting) {
        return setting.key == key && (table.empty() || setting.table == table);
    });
    return found == settings.end() ? nullptr : &*found;
}

tl::unexpected<Error> Reader::unknown_table(const ConfigNode& table) const {
    if (const RunSetting* const setting = find("", table.name)) {
        return refuse(*file_, table.name_place,
                      fmt::format("'{}' belongs to the table {}", table.name, setting->table));
    }
    std::vector<std::string_view> names;
    for (const RunTable& one : run_tables()) names.push_back(one.name);
    return refuse(*file_, table.name_place,
                  fmt::format("no table '{}'{} There is {}", table.name, did_you_mean(table.name, names, "; "),
                              fmt::join(names, ", ")));
}

tl::unexpected<Error> Reader::unknown_key(std::string_view table, const ConfigNode& node) const {
    if (const RunSetting* const setting = find("", node.name)) {
        return refuse(
            *file_, node.name_place,
            fmt::format("{}.{}: no such setting; it belongs to the table {}", table, node.name, setting->table));
    }
    std::vector<std::string_view> names;
    for (const RunSetting& setting : run_settings()) {
        if (setting.table == table) names.push_back(setting.key);
    }
    return refuse(*file_, node.name_place,
                  fmt::format("{}.{}: no such setting{} There is {}", table, node.name,
                              did_you_mean(node.name, names, "; "), fmt::join(names, ", ")));
}

Given Reader::given(const RunSetting& setting, const ConfigNode& node, std::string text) const {
    std::shared_ptr<const FileText> origin;
    if (const auto found = find_text(*whole_, node.place, text)) {
        origin = std::make_shared<const FileText>(FileText{*file_, setting.name(), whole_, found->begin, found->exact});
    }
    return {std::move(text), fmt::format("{}:{}:{}: {}", *file_, node.place.line, node.place.column, setting.name()),
            folder_, std::move(origin)};
}

/// A value that is one text, as it is given elsewhere.
Result<Given> Reader::one(const RunSetting& setting, const ConfigNode& node) const {
    using SettingKind = RunSetting::Kind;
    if (setting.kind == SettingKind::kFlag) {
        if (node.kind != Kind::kBoolean) return bad(setting, node, "true or false");
    } else if (setting.kind == SettingKind::kNumber) {
        if (node.kind != Kind::kNumber && node.kind != Kind::kText) return bad(setting, node, "a number");
    } else if (setting.kind == SettingKind::kTime) {
        if (node.kind != Kind::kTime && node.kind != Kind::kText) return bad(setting, node, "a date or a time");
    } else if (node.kind != Kind::kText) {
        return bad(setting, node, "text");
    }
    if (node.text.empty()) return bad(setting, node, "a value");
    return given(setting, node, node.text);
}

Result<std::vector<Given>> Reader::list(const RunSetting& setting, const ConfigNode& node) const {
    const bool is_list = node.kind == Kind::kList;
    if (!is_list && node.kind != Kind::kText) return bad(setting, node, "text or a list of texts");
    if (is_list && node.children.empty()) {
        return refuse(*file_, node.place, fmt::format("{}: expected one or more, the list is empty", setting.name()));
    }
    const std::span<const ConfigNode> elements = is_list ? std::span(node.children) : std::span(&node, 1);
    std::vector<Given> all;
    for (const ConfigNode& element : elements) {
        if (element.kind != Kind::kText) return bad(setting, element, "text");
        if (element.text.empty()) return bad(setting, element, "a value");
        all.push_back(given(setting, element, element.text));
    }
    return all;
}

Result<std::vector<Given>> Reader::pairs(const RunSetting& setting, const ConfigNode& table) {
    std::vector<Given> all;
    for (const ConfigNode& value : table.children) {
        if (value.kind == Kind::kTable && setting.kind == RunSetting::Kind::kParameters) {
            auto range = read_range(value, *file_);
            if (!range) return fail(range);
            options_.ranges.push_back(*std::move(range));
            continue;
        }
        if (value.kind != Kind::kText && value.kind != Kind::kNumber && value.kind != Kind::kBoolean) {
            return refuse(*file_, value.place,
                          fmt::format("{}.{}: expected text, a number, true or false, not {}", setting.name(),
                                      value.name, described(value)));
        }
        if (value.name.empty() || value.name.find('=') != std::string::npos) {
            return refuse(*file_, value.name_place,
                          fmt::format("{}: expected a name without '=', not '{}'", setting.name(), value.name));
        }
        all.push_back(given(setting, value, fmt::format("{}={}", value.name, value.text)));
    }
    return all;
}

Result<void> Reader::read_value(const RunSetting& setting, const ConfigNode& node) {
    if (const auto* target = std::get_if<std::optional<Given> RunOptions::*>(&setting.target)) {
        auto value = one(setting, node);
        if (!value) return fail(value);
        options_.** target = *std::move(value);
        return {};
    }
    const bool by_name = setting.is_by_name() && node.kind == Kind::kTable;
    auto values = by_name ? pairs(setting, node) : list(setting, node);
    if (!values) return fail(values);
    options_.*std::get<std::vector<Given> RunOptions::*>(setting.target) = *std::move(values);
    return {};
}

Result<void> Reader::read_risk(const ConfigNode& table) {
    if (table.children.empty()) return {};
    const ConfigNode* const file = table.find("file");
    if (file == nullptr || file->kind != Kind::kText) {
        auto rules = read_rules(table, *file_);
        if (!rules) return fail(rules);
        options_.rules = *std::move(rules);
        return {};
    }
    if (table.children.size() == 1) return read_value(*find("risk", "file"), *file);
    return refuse(*file_, file->name_place, "risk.file and tables with rules: expected one of them");
}

Result<void> Reader::read_table(const ConfigNode& table) {
    if (table.name == "risk" && table.kind == Kind::kTable) return read_risk(table);
    for (const ConfigNode& node : table.children) {
        const RunSetting* const setting = find(table.name, node.name);
        if (setting == nullptr) return unknown_key(table.name, node);
        if (auto read = read_value(*setting, node); !read) return read;
    }
    return {};
}

Result<RunOptions> Reader::read(const ConfigNode& root) {
    for (const ConfigNode& table : root.children) {
        if (table.name == "$schema") continue;  // for editors
        const auto tables = run_tables();
        const bool known =
            std::any_of(tables.begin(), tables.end(), [&](const RunTable& one) { return one.name == table.name; });
        if (!known) return unknown_table(table);
        if (table.kind != Kind::kTable) {
            return refuse(*file_, table.place,
                          fmt::format("{}: expected a table, not {}", table.name, described(table)));
        }
        if (auto read = read_table(table); !read) return fail(read);
    }
    return std::move(options_);
}

}  // namespace

Result<RunOptions> parse_run_text(std::string_view text, const std::string& file) {
    const auto root = parse_config(text, file);
    if (!root) return fail(root);
    return Reader(file, std::string(text)).read(*root);
}

Result<RunOptions> read_run_file(const std::filesystem::path& path) {
    const auto text = read_config_text(path);
    if (!text) return fail(text);
    return parse_run_text(*text, path.string());
}

}  // namespace ct::config
