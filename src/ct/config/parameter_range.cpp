#include "ct/config/parameter_range.hpp"

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/config/config_node.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

namespace {

constexpr std::array<std::string_view, 5> kKeys = {"default", "min", "max", "step", "text"};

Result<void> read_number(double& value, const ConfigNode& node, const std::string& name, const std::string& file) {
    const char* const end = node.text.data() + node.text.size();
    const auto [stop, error] = std::from_chars(node.text.data(), end, value);
    if (node.kind == ConfigNode::Kind::kNumber && stop == end && error == std::errc()) return {};
    return refuse(file, node.place, fmt::format("{}: expected a number, not {}", name, described(node)));
}

}  // namespace

Result<ParameterRange> read_range(const ConfigNode& table, const std::string& file) {
    ParameterRange range{.name = table.name,
                         .where = fmt::format("{}:{}:{}", file, table.place.line, table.place.column)};
    bool has_default = false;
    for (const ConfigNode& node : table.children) {
        const std::string name = fmt::format("strategy.parameters.{}.{}", table.name, node.name);
        Result<void> read;
        if (node.name == "text" && node.kind == ConfigNode::Kind::kText) {
            range.text = node.text;
        } else if (node.name == "text") {
            read = refuse(file, node.place, fmt::format("{}: expected text, not {}", name, described(node)));
        } else if (node.name == "default") {
            read = read_number(range.value, node, name, file);
            has_default = true;
        } else if (node.name == "min" || node.name == "max") {
            read = read_number(node.name == "min" ? range.min : range.max, node, name, file);
        } else if (node.name == "step") {
            read = read_number(range.step, node, name, file);
        } else {
            read = refuse(file, node.name_place,
                          fmt::format("{}: no such setting{} There is {}", name, did_you_mean(node.name, kKeys, "; "),
                                      fmt::join(kKeys, ", ")));
        }
        if (!read) return fail(read);
    }
    if (has_default) return range;
    return refuse(file, table.place, fmt::format("strategy.parameters.{}: expected a default", table.name));
}

}  // namespace ct::config
