#include "ct/config/run_schema.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <rapidjson/stringbuffer.h>

#include "ct/config/rule_schema.hpp"
#include "ct/config/run_settings.hpp"
#include "ct/risk/registry.hpp"

namespace ct::config {

namespace {

using Kind = RunSetting::Kind;

class SchemaWriter {
  public:
    SchemaWriter() : writer_(buffer_) { writer_.SetIndent(' ', 2); }

    std::string write();

  private:
    void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void text(std::string_view text) { writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
    void member(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    /// Opens a table's description, up to its members.
    void open_table(std::string_view description);
    void close_table();
    void one_of(std::string_view types);
    void list_of_texts();
    void types(const RunSetting& setting);
    void standard(const RunSetting& setting);
    void setting(const RunSetting& setting);
    void rules();

    rapidjson::StringBuffer buffer_;
    JsonWriter writer_;
};

/// Calls `text` with each of the words, which have spaces between.
template <class Text>
void words(std::string_view all, Text text) {
    for (std::size_t start = 0; start < all.size();) {
        const auto end = std::min(all.find(' ', start), all.size());
        text(all.substr(start, end - start));
        start = end + 1;
    }
}

void SchemaWriter::open_table(std::string_view description) {
    writer_.StartObject();
    member("type", "object");
    if (!description.empty()) member("description", description);
    key("additionalProperties");
    writer_.Bool(false);
    key("properties");
    writer_.StartObject();
}

void SchemaWriter::close_table() {
    writer_.EndObject();
    writer_.EndObject();
}

void SchemaWriter::one_of(std::string_view types) {
    key("type");
    writer_.StartArray();
    words(types, [&](std::string_view type) { text(type); });
    writer_.EndArray();
}

void SchemaWriter::list_of_texts() {
    writer_.StartObject();
    member("type", "string");
    writer_.EndObject();
    writer_.StartObject();
    member("type", "array");
    key("minItems");
    writer_.Uint(1);
    key("items");
    writer_.StartObject();
    member("type", "string");
    writer_.EndObject();
    writer_.EndObject();
}

void SchemaWriter::types(const RunSetting& setting) {
    if (setting.kind == Kind::kNumber) return one_of("number string");
    if (setting.kind == Kind::kFlag) return member("type", "boolean");
    if (setting.kind == Kind::kText || setting.kind == Kind::kTime) {
        member("type", "string");
        if (setting.choices.empty()) return;
        key("enum");
        writer_.StartArray();
        words(setting.choices, [&](std::string_view choice) { text(choice); });
        writer_.EndArray();
        return;
    }
    key("anyOf");
    writer_.StartArray();
    if (setting.is_by_name()) {
        writer_.StartObject();
        member("type", "object");
        key("additionalProperties");
        writer_.StartObject();
        one_of(setting.kind == Kind::kParameters ? "string number boolean object" : "string number boolean");
        writer_.EndObject();
        writer_.EndObject();
    }
    list_of_texts();
    writer_.EndArray();
}

void SchemaWriter::standard(const RunSetting& setting) {
    if (setting.standard.empty() && setting.kind != Kind::kFlag) return;
    key("default");
    if (setting.kind == Kind::kFlag) {
        writer_.Bool(false);
    } else if (setting.kind == Kind::kNumber) {
        writer_.RawValue(setting.standard.data(), setting.standard.size(), rapidjson::kNumberType);
    } else {
        text(setting.standard);
    }
}

void SchemaWriter::setting(const RunSetting& setting) {
    key(setting.key);
    writer_.StartObject();
    types(setting);
    member("description", setting.text);
    standard(setting);
    member("x-flag", setting.flag);
    member("x-variable", setting.variable());
    writer_.EndObject();
}

void SchemaWriter::rules() {
    for (const risk::RuleInfo& rule : risk::rule_infos()) {
        key(rule.name);
        write_rule_schema(writer_, rule);
    }
}

std::string SchemaWriter::write() {
    writer_.StartObject();
    member("$schema", "https://json-schema.org/draft/2020-12/schema");
    member("title", "A backtest of CrackTrader");
    member("type", "object");
    key("additionalProperties");
    writer_.Bool(false);
    key("properties");
    writer_.StartObject();
    key("$schema");
    writer_.StartObject();
    member("type", "string");
    writer_.EndObject();
    for (const RunTable& table : run_tables()) {
        key(table.name);
        open_table(table.text);
        for (const RunSetting& one : run_settings()) {
            if (one.table == table.name) setting(one);
        }
        if (table.name == "risk") rules();
        close_table();
    }
    writer_.EndObject();
    writer_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
}

}  // namespace

std::string run_schema() { return SchemaWriter().write(); }

}  // namespace ct::config
