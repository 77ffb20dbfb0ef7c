#include "ct/config/run_example.hpp"

#include <fstream>
#include <sstream>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/config/run_file.hpp"
#include "ct/config/run_schema.hpp"
#include "ct/config/run_settings.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/registry.hpp"
#include "ct/risk/settings_reader.hpp"
#include "support/flat_json.hpp"
#include "support/project.hpp"

namespace ct::config {
namespace {

using testing::HasSubstr;

TEST(RunExample, SetsAFewAndShowsAll) {
    const std::string text = run_example({.csv = "a \"b\"\\c\n.csv", .schema = "run.schema.json"});
    EXPECT_TRUE(text.starts_with("#:schema run.schema.json\n"));
    for (const RunSetting& setting : run_settings()) EXPECT_THAT(text, HasSubstr(fmt::format("{} = ", setting.key)));
    const auto options = parse_run_text(text, "run.toml");
    ASSERT_TRUE(options) << options.error().message;
    EXPECT_EQ(options->csv.front().text, "a \"b\"\\c\n.csv");
    EXPECT_EQ(options->strategy->text, "sma_cross");
    EXPECT_FALSE(options->exchange);
    EXPECT_TRUE(options->rules.empty());
}

TEST(RunExample, IsValidWithAllSettingsInUse) {
    std::string text = run_example({.csv = "a.csv", .schema = "x"});
    std::string used;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const bool is_off = line.starts_with('#') && !line.starts_with("# ") && !line.starts_with("#:");
        // A file of rules and rules exclude each other.
        used += (is_off && !line.starts_with("#file") ? line.substr(1) : line) + "\n";
    }
    const auto options = parse_run_text(used, "run.toml");
    ASSERT_TRUE(options) << options.error().message;
    EXPECT_TRUE(options->exchange && options->json && !options->rules.empty());
}

TEST(RunSchema, InTheDocsIsUpToDate) {
    std::ifstream file(test::project_folder() / "docs/run.schema.json");
    std::ostringstream kept;
    kept << file.rdbuf();
    EXPECT_TRUE(kept.str() == run_schema()) << "run scripts/generate_reference.py";
}

TEST(RunSchema, HasEachSettingAndRule) {
    const test::FlatJson schema(run_schema());
    for (const RunSetting& setting : run_settings()) {
        const std::string path = fmt::format("properties.{}.properties.{}", setting.table, setting.key);
        EXPECT_EQ(schema[path + ".x-variable"], fmt::format("\"{}\"", setting.variable()));
        const bool has_default = !setting.standard.empty() || setting.kind == RunSetting::Kind::kFlag;
        EXPECT_EQ(schema.has(path + ".default"), has_default);
        EXPECT_EQ(schema.has(path + ".enum[0]"), !setting.choices.empty());
    }
    for (const risk::RuleInfo& rule : risk::rule_infos()) {
        const std::string path = fmt::format("properties.risk.properties.{}.anyOf[0]", rule.name);
        EXPECT_EQ(schema[path + ".type"], "\"object\"");
        EXPECT_FALSE(rule.settings.empty());
        for (const risk::SettingInfo& setting : rule.settings) {
            const std::string place = fmt::format("{}.properties.{}", path, setting.key);
            EXPECT_TRUE(schema.has(place + ".type") || schema.has(place + ".enum[0]")) << place;
        }
    }
    EXPECT_EQ(schema["properties.account.properties.cash.default"], "10000");
}

}  // namespace
}  // namespace ct::config
