#include "cracktrader/indicators_command.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cracktrader/json_out.hpp"
#include "cracktrader/print.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::cli {

namespace {

using indicators::IndicatorInfo;
using indicators::Missing;
using indicators::ParameterInfo;

using Infos = std::vector<const IndicatorInfo*>;
using Texts = std::vector<std::string>;

/// From here on a bound is none.
constexpr double kUnbounded = 1e300;

std::string default_text(const ParameterInfo& parameter) {
    if (parameter.choices.empty()) return fmt::format("{}", parameter.default_value);
    return std::string(parameter.choices[static_cast<std::size_t>(parameter.default_value - parameter.min)]);
}

std::string bounds_text(const ParameterInfo& parameter) {
    if (!parameter.choices.empty()) return fmt::format("one of {}", fmt::join(parameter.choices, ", "));
    const char* const kind = parameter.whole ? "a whole number" : "a number";
    if (parameter.max < kUnbounded) return fmt::format("{} from {} to {}", kind, parameter.min, parameter.max);
    if (parameter.min > -kUnbounded) return fmt::format("{} from {} on", kind, parameter.min);
    return kind;
}

std::size_t lead_in_of(const IndicatorInfo& info) { return indicators::make(info).value()->lead_in(); }

/// Words in lines of at most `width` characters, where a word does not need more.
Texts wrapped(const Texts& words, std::string_view separator, std::size_t width) {
    Texts lines(1);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = i + 1 < words.size() ? fmt::format("{}{}", words[i], separator) : words[i];
        if (!lines.back().empty() && lines.back().size() + 1 + word.size() > width) lines.emplace_back();
        if (!lines.back().empty()) lines.back() += ' ';
        lines.back() += word;
    }
    return lines;
}

Texts texts(const std::vector<std::string_view>& views) { return {views.begin(), views.end()}; }

constexpr std::array<std::size_t, 3> kWidest = {18, 30, 20};  ///< of inputs, parameters and lines in the table

std::array<Texts, 3> cells_of(const IndicatorInfo& info) {
    Texts parameters;
    for (const ParameterInfo& parameter : info.parameters)
        parameters.push_back(fmt::format("{}={}", parameter.name, default_text(parameter)));
    return {wrapped(texts(info.inputs), ",", kWidest[0]), wrapped(parameters, ",", kWidest[1]),
            wrapped(texts(info.lines), ",", kWidest[2])};
}

void print_row(const IndicatorInfo& info, std::size_t name_width) {
    const auto cells = cells_of(info);
    const std::size_t height = std::max({cells[0].size(), cells[1].size(), cells[2].size()});
    for (std::size_t line = 0; line < height; ++line) {
        std::string text = fmt::format("  {:<{}}", line == 0 ? info.name : "", name_width);
        for (std::size_t k = 0; k < cells.size(); ++k)
            text += fmt::format("  {:<{}}", line < cells[k].size() ? cells[k][line] : "", kWidest[k]);
        text.erase(text.find_last_not_of(' ') + 1);
        print(stdout, "{}\n", text);
    }
}

void print_table(const Infos& infos) {
    constexpr std::string_view kName = "name";
    std::size_t name_width = kName.size();
    std::vector<indicators::Group> groups;
    for (const IndicatorInfo* const info : infos) {
        name_width = std::max(name_width, info->name.size());
        groups.push_back(info->group);
    }
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    print(stdout, "  {:<{}}  {:<{}}  {:<{}}  lines\n", kName, name_width, "inputs", kWidest[0], "parameters",
          kWidest[1]);
    for (const indicators::Group group : groups) {
        print(stdout, "\n{}\n", name(group));
        for (const IndicatorInfo* const info : infos) {
            if (info->group == group) print_row(*info, name_width);
        }
    }
    print(stdout, "\n{} indicators; `cracktrader indicators NAME` describes one.\n", infos.size());
}

Texts words_of(std::string_view text) {
    Texts words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// What is told of one indicator under a label, in as many lines as it needs.
void print_field(std::string_view label, const Texts& words, std::string_view separator = "") {
    constexpr std::size_t kWidth = 88;
    std::string_view first = label;
    for (const std::string& line : wrapped(words, separator, kWidth)) {
        print(stdout, "  {:<10}  {}\n", first, line);
        first = "";
    }
}

std::string lead_in_text(const IndicatorInfo& info) {
    const std::size_t rows = lead_in_of(info);
    if (rows == 0) return "none: there is a value from the first row on";
    return fmt::format("{} in the first {} with these parameters", info.whole_lines ? "0" : "NaN",
                       rows == 1 ? "row" : fmt::format("{} rows", rows));
}

std::string python_example(const IndicatorInfo& info) {
    std::string arguments = fmt::format("{}", fmt::join(info.inputs, ", "));
    for (const ParameterInfo& parameter : info.parameters) {
        const char* const quote = parameter.choices.empty() ? "" : "'";
        arguments += fmt::format(", {}={}{}{}", parameter.name, quote, default_text(parameter), quote);
    }
    return fmt::format("cracktrader_fast.{}({})", info.name, arguments);
}

void print_one(const IndicatorInfo& info) {
    print(stdout, "{}\n", info.name);
    for (const std::string& line : wrapped(words_of(info.text), "", 98)) print(stdout, "  {}\n", line);
    print_field("group", {std::string(name(info.group))});
    if (!info.aliases.empty()) print_field("aliases", texts(info.aliases), ",");
    print_field("inputs", texts(info.inputs), ",");
    std::string_view label = "parameters";
    for (const ParameterInfo& parameter : info.parameters) {
        print_field(label, words_of(fmt::format("{} = {}: {}", parameter.name, default_text(parameter),
                                                bounds_text(parameter))));
        label = "";
    }
    print_field("lines", texts(info.lines), ",");
    print_field("lead-in", words_of(lead_in_text(info)));
    print_field(
        "missing",
        words_of(info.missing == Missing::kSkip
                     ? "rows with NaN or infinity give NaN and are otherwise as if they did not exist"
                     : "NaN is felt as long as it is in the window, and no longer; infinity counts as a number"));
    print_field("source", words_of(info.source));
    print_field("Python", words_of(python_example(info)));
}

void print_json(const Infos& infos) {
    JsonOut json;
    json.begin_array();
    for (const IndicatorInfo* const info : infos) {
        json.begin_object();
        json.text("name", info->name);
        json.text("group", name(info->group));
        json.text("text", info->text);
        json.texts("aliases", info->aliases);
        json.texts("inputs", info->inputs);
        json.key("parameters");
        json.begin_array();
        for (const ParameterInfo& parameter : info->parameters) {
            json.begin_object();
            json.text("name", parameter.name);
            json.number("default", parameter.default_value);
            json.number("min", parameter.min);
            json.number("max", parameter.max);
            json.flag("whole", parameter.whole);
            json.texts("choices", parameter.choices);
            json.end_object();
        }
        json.end_array();
        json.texts("lines", info->lines);
        json.number("lead_in", lead_in_of(*info));
        json.flag("whole_lines", info->whole_lines);
        json.text("missing", info->missing == Missing::kSkip ? "skip" : "window");
        json.text("source", info->source);
        json.end_object();
    }
    json.end_array();
    json.print_out();
}

Result<Infos> of_group(std::string_view group) {
    Infos infos = indicators::all();
    std::vector<std::string_view> groups;
    for (const IndicatorInfo* const info : infos) groups.push_back(name(info->group));
    std::erase_if(infos, [&](const IndicatorInfo* info) { return name(info->group) != group; });
    if (!infos.empty()) return infos;
    return fail(ErrorCode::kNotFound, fmt::format("no group is called '{}'{}", group, nearest_name(group, groups)));
}

}  // namespace

Result<void> run_indicators(const IndicatorsOptions& options) {
    Infos infos;
    if (!options.name.empty()) {
        const auto found = indicators::find(options.name);
        if (!found) return fail(found);
        infos = {*found};
    } else if (!options.group.empty()) {
        auto found = of_group(options.group);
        if (!found) return fail(found);
        infos = *std::move(found);
    } else {
        infos = indicators::all();
    }
    if (options.json) {
        print_json(infos);
    } else if (!options.name.empty()) {
        print_one(*infos.front());
    } else {
        print_table(infos);
    }
    return {};
}

}  // namespace ct::cli
