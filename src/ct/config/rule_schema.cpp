#include "ct/config/rule_schema.hpp"

#include <cstdint>
#include <string_view>

#include <rapidjson/rapidjson.h>

#include "ct/risk/registry.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::config {

namespace {

using Kind = risk::SettingInfo::Kind;

void key(JsonWriter& writer, std::string_view name) {
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

void text(JsonWriter& writer, std::string_view text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void member(JsonWriter& writer, std::string_view name, std::string_view value) {
    key(writer, name);
    text(writer, value);
}

/// The type of a setting and what it may be.
void write_type(JsonWriter& writer, const risk::SettingInfo& setting) {
    constexpr std::string_view kSymbol = "^[^/:]+/[^/:]+(:.+)?$";
    switch (setting.kind) {
        case Kind::kAmount:
        case Kind::kShare:
            member(writer, "type", "number");
            key(writer, "exclusiveMinimum");
            writer.Int(0);
            if (setting.kind == Kind::kAmount) return;
            key(writer, "maximum");
            writer.Int64(static_cast<std::int64_t>(setting.most));
            return;
        case Kind::kCount:
            member(writer, "type", "integer");
            key(writer, "minimum");
            writer.Int(1);
            key(writer, "maximum");
            writer.Int64(static_cast<std::int64_t>(setting.most));
            return;
        case Kind::kDuration:
            member(writer, "type", "string");
            return member(writer, "pattern", "^0*[1-9][0-9]*(ns|us|ms|s|m|h|d)$");
        case Kind::kText:
            member(writer, "type", "string");
            key(writer, "minLength");
            writer.Int(1);
            return;
        case Kind::kChoice:
            key(writer, "enum");
            writer.StartArray();
            for (const std::string_view choice : setting.choices) text(writer, choice);
            writer.EndArray();
            return;
        case Kind::kSymbol:
            member(writer, "type", "string");
            return member(writer, "pattern", kSymbol);
        case Kind::kSymbols:
            member(writer, "type", "array");
            key(writer, "minItems");
            writer.Int(1);
            key(writer, "uniqueItems");
            writer.Bool(true);
            key(writer, "items");
            writer.StartObject();
            member(writer, "type", "string");
            member(writer, "pattern", kSymbol);
            writer.EndObject();
            return;
    }
}

void write_settings(JsonWriter& writer, const risk::RuleInfo& rule) {
    writer.StartObject();
    member(writer, "type", "object");
    key(writer, "minProperties");
    writer.Int(1);
    key(writer, "additionalProperties");
    writer.Bool(false);
    key(writer, "properties");
    writer.StartObject();
    for (const risk::SettingInfo& setting : rule.settings) {
        key(writer, setting.key);
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
    key(writer, "anyOf");
    writer.StartArray();
    write_settings(writer, rule);
    writer.StartObject();
    member(writer, "type", "array");
    key(writer, "minItems");
    writer.Int(1);
    key(writer, "items");
    write_settings(writer, rule);
    writer.EndObject();
    writer.EndArray();
    writer.EndObject();
}

}  // namespace ct::config
