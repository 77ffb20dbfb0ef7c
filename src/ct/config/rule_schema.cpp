#include "ct/config/rule_schema.hpp"

#include <cstdint>
#include <string_view>

#include "ct/config/json_writer.hpp"
#include "ct/risk/registry.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::config {

namespace {

using Kind = risk::SettingInfo::Kind;

/// The type of a setting and what it may be.
void write_type(JsonWriter& writer, const risk::SettingInfo& setting) {
    constexpr std::string_view kSymbol = "^[^/:]+/[^/:]+(:.+)?$";
    switch (setting.kind) {
        case Kind::kAmount:
        case Kind::kShare:
            writer.member("type", "number");
            writer.key("exclusiveMinimum");
            writer.Int(0);
            if (setting.kind == Kind::kAmount) return;
            writer.key("maximum");
            writer.Int64(static_cast<std::int64_t>(setting.most));
            return;
        case Kind::kCount:
            writer.member("type", "integer");
            writer.key("minimum");
            writer.Int(1);
            writer.key("maximum");
            writer.Int64(static_cast<std::int64_t>(setting.most));
            return;
        case Kind::kDuration:
            writer.member("type", "string");
            return writer.member("pattern", "^0*[1-9][0-9]*(ns|us|ms|s|m|h|d)$");
        case Kind::kText:
            writer.member("type", "string");
            writer.key("minLength");
            writer.Int(1);
            return;
        case Kind::kChoice:
            writer.key("enum");
            writer.StartArray();
            for (const std::string_view choice : setting.choices) writer.text(choice);
            writer.EndArray();
            return;
        case Kind::kSymbol:
            writer.member("type", "string");
            return writer.member("pattern", kSymbol);
        case Kind::kSymbols:
            writer.member("type", "array");
            writer.key("minItems");
            writer.Int(1);
            writer.key("uniqueItems");
            writer.Bool(true);
            writer.key("items");
            writer.StartObject();
            writer.member("type", "string");
            writer.member("pattern", kSymbol);
            writer.EndObject();
            return;
    }
}

void write_settings(JsonWriter& writer, const risk::RuleInfo& rule) {
    writer.StartObject();
    writer.member("type", "object");
    writer.key("minProperties");
    writer.Int(1);
    writer.key("additionalProperties");
    writer.Bool(false);
    writer.key("properties");
    writer.StartObject();
    for (const risk::SettingInfo& setting : rule.settings) {
        writer.key(setting.key);
        writer.StartObject();
        write_type(writer, setting);
        writer.EndObject();
    }
    writer.EndObject();
    writer.EndObject();
}

}  // namespace

void write_rule_schema(JsonWriter& writer, const risk::RuleInfo& rule) {
    writer.StartObject();
    writer.key("anyOf");
    writer.StartArray();
    write_settings(writer, rule);
    writer.StartObject();
    writer.member("type", "array");
    writer.key("minItems");
    writer.Int(1);
    writer.key("items");
    write_settings(writer, rule);
    writer.EndObject();
    writer.EndArray();
    writer.EndObject();
}

}  // namespace ct::config
