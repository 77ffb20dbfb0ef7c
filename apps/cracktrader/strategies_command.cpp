#include "cracktrader/strategies_command.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "cracktrader/print.hpp"
#include "ct/core/result.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

namespace {

using strategies::ParameterInfo;
using strategies::StrategyInfo;

void print_one(const StrategyInfo& info) {
    print(stdout, "{}\n  {}\n", info.name, info.text);
    std::size_t name_width = 0;
    std::size_t value_width = 0;
    for (const ParameterInfo& parameter : info.parameters) {
        name_width = std::max(name_width, parameter.name.size());
        value_width = std::max(value_width, parameter.default_value.size());
    }
    for (const ParameterInfo& parameter : info.parameters) {
        print(stdout, "    {:<{}}  {:<{}}  {}\n", parameter.name, name_width, parameter.default_value, value_width,
              parameter.text);
    }
}

void print_json(std::span<const StrategyInfo> infos) {
    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    const auto text = [&](const char* key, std::string_view value) {
        writer.Key(key);
        writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    };
    const auto number = [&](const char* key, double value) {
        if (!std::isfinite(value)) return;
        writer.Key(key);
        writer.Double(value);
    };
    writer.StartArray();
    for (const StrategyInfo& info : infos) {
        writer.StartObject();
        text("name", info.name);
        text("text", info.text);
        writer.Key("parameters");
        writer.StartArray();
        for (const ParameterInfo& parameter : info.parameters) {
            writer.StartObject();
            text("name", parameter.name);
            text("type", strategies::name(parameter.type));
            text("default", parameter.default_value);
            number("min", parameter.min);
            number("max", parameter.max);
            text("text", parameter.text);
            writer.EndObject();
        }
        writer.EndArray();
        writer.EndObject();
    }
    writer.EndArray();
    print(stdout, "{}\n", buffer.GetString());
}

}  // namespace

Result<void> run_strategies(const StrategiesOptions& options) {
    std::span<const StrategyInfo> infos = strategies::all();
    if (!options.name.empty()) {
        const auto found = strategies::find(options.name);
        if (!found) return fail(found);
        infos = {*found, 1};
    }
    if (options.json) {
        print_json(infos);
    } else {
        for (const StrategyInfo& info : infos) print_one(info);
    }
    return {};
}

}  // namespace ct::cli
