#include "ct/config/run_schema.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <rapidjson/stringbuffer.h>

#include "ct/config/json_writer.hpp"
#include "ct/config/rule_schema.hpp"
#include "ct/config/run_settings.hpp"
#include "ct/risk/registry.hpp"

namespace ct::config {

namespace {

using Kind = RunSetting::Kind;

class SchemaWriter {
  public:
    SchemaWriter() : writer_(buffer_) {}

    std::string write();

  private:
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
    writer_.member("type", "object");
    if (!description.empty()) writer_.member("description", description);
    writer_.key("additionalProperties");
    writer_.Bool(false);
    writer_.key("properties");
    writer_.StartObject();
}

void SchemaWriter::close_table() {
    writer_.EndObject();
    writer_.EndObject();
}

void SchemaWriter::one_of(std::string_view types) {
    writer_.key("type");
    writer_.StartArray();
    words(types, [&](std::string_view type) { writer_.text(type); });
    writer_.EndArray();
}

void SchemaWriter::list_of_texts() {
    writer_.StartObject();
    writer_.member("type", "string");
    writer_.EndObject();
    writer_.StartObject();
    writer_.member("type", "array");
    writer_.key("minItems");
    writer_.Uint(1);
    writer_.key("items");
    writer_.StartObject();
    writer_.member("type", "string");
    writer_.EndObject();
    writer_.EndObject();
}

void SchemaWriter::types(const RunSetting& setting) {
    if (setting.kind == Kind::kNumber) return one_of("number string");
    if (setting.kind == Kind::kFlag) return writer_.member("type", "boolean");
    if (setting.kind == Kind::kText || setting.kind == Kind::kTime) {
        writer_.member("type", "string");
        if (setting.choices.empty()) return;
        writer_.key("enum");
        writer_.StartArray();
        words(setting.choices, [&](std::string_view choice) { writer_.text(choice); });
        writer_.EndArray();
        return;
    }
    writer_.key("anyOf");
    writer_.StartArray();
    if (setting.is_by_name()) {
        writer_.StartObject();
        writer_.member("type", "object");
        writer_.key("additionalProperties");
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
    writer_.key("default");
    if (setting.kind == Kind::kFlag) {
        writer_.Bool(false);
    } else if (setting.kind == Kind::kNumber) {
        writer_.RawValue(setting.standard.data(), setting.standard.size(), rapidjson::kNumberType);
    } else {
        writer_.text(setting.standard);
    }
}

void SchemaWriter::setting(const RunSetting& setting) {
    writer_.key(setting.key);
    writer_.StartObject();
    types(setting);
    writer_.member("description", setting.text);
    standard(setting);
    writer_.member("x-flag", setting.flag);
    writer_.member("x-variable", setting.variable());
    writer_.EndObject();
}

void SchemaWriter::rules() {
    for (const risk::RuleInfo& rule : risk::rule_infos()) {
        writer_.key(rule.name);
        write_rule_schema(writer_, rule);
    }
}

std::string SchemaWriter::write() {
    writer_.StartObject();
    writer_.member("$schema", "https://json-schema.org/draft/2020-12/schema");
    writer_.member("title", "A backtest of CrackTrader");
    writer_.member("type", "object");
    writer_.key("additionalProperties");
    writer_.Bool(false);
    writer_.key("properties");
    writer_.StartObject();
    writer_.key("$schema");
    writer_.StartObject();
    writer_.member("type", "string");
    writer_.EndObject();
    for (const RunTable& table : run_tables()) {
        writer_.key(table.name);
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
