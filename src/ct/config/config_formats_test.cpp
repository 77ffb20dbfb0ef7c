#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/config/config_file.hpp"
#include "ct/config/config_node.hpp"
#include "ct/core/result.hpp"

// The three formats give the same trees, and say where they are wrong.
namespace ct::config {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// A tree on one line, each value with its place or without.
std::string shown(const ConfigNode& node, bool places) {
    const auto at = [&](Place place) { return places ? fmt::format("@{}:{}", place.line, place.column) : ""; };
    std::string text = node.name.empty() ? "" : node.name + at(node.name_place) + "=";
    const bool table = node.kind == ConfigNode::Kind::kTable;
    if (!table && node.kind != ConfigNode::Kind::kList) {
        return text + (node.kind == ConfigNode::Kind::kText ? '"' + node.text + '"' : described(node)) + at(node.place);
    }
    std::string inside;
    for (const ConfigNode& child : node.children) inside += (inside.empty() ? "" : " ") + shown(child, places);
    return text + (table ? "{" + inside + "}" : "[" + inside + "]");
}

std::string tree(std::string_view text, const std::string& file, bool places = false) {
    const auto root = parse_config(text, file);
    return root ? shown(*root, places) : root.error().message;
}

constexpr std::string_view kToml = R"([data]
csv = ["a.csv", "é.csv"]
gaps = "keep"
[account]
cash = 5000.5
[account.rates]
"EUR/USDT" = 1.08
[matching]
cheat_on_close = true
)";
constexpr std::string_view kJson = R"({"data": {"csv": ["a.csv", "\u00e9.csv"], "gaps": "keep"},
 "account": {"cash": 5000.5,
             "rates": {"EUR/USDT": 1.08}},
 "matching": {"cheat_on_close": true}}
)";
constexpr std::string_view kYaml = R"(data:
  csv: [a.csv, é.csv]
  gaps: keep
account:
  cash: 5000.5
  rates:
    EUR/USDT: 1.08
matching: {cheat_on_close: true}
)";

TEST(ConfigFormats, GiveTheSameTree) {
    const std::string wanted = tree(kToml, "run.toml");
    EXPECT_THAT(wanted, HasSubstr(R"(["a.csv" "é.csv"])"));
    EXPECT_THAT(wanted, HasSubstr("the number 5000.5"));
    EXPECT_EQ(tree(kJson, "run.json"), wanted);
    EXPECT_EQ(tree(kYaml, "run.yaml"), wanted);
    EXPECT_EQ(tree(kYaml, "run.yml"), wanted);
}

TEST(ConfigFormats, KnowThePlaceOfEachNameAndValue) {
    EXPECT_EQ(tree("[a]\n\"é\" = 1\nlist = [\n  \"x\",\n  true]\n", "x.toml", true),
              "{a@1:2={é@2:1=the number 1@2:7 list@3:1=[\"x\"@4:3 true@5:3]}}");
    EXPECT_EQ(tree("{\"a\":\n {\"é\": 1, \"list\": [\n  \"\\n\", \"x\",\n  true, null]}}", "x.json", true),
              "{a@1:2={é@2:3=the number 1@2:8 list@2:11=[\"\n\"@3:3 \"x\"@3:9 true@4:3 nothing@4:9]}}");
    EXPECT_EQ(tree("a:\n  é: 1\n  list:\n  - x\n  - true\n  -\n", "x.yaml", true),
              "{a@1:1={é@2:3=the number 1@2:6 list@3:3=[\"x\"@4:5 true@5:5 nothing@6:4]}}");
}

TEST(ConfigFormats, KeepTheOrderOfTheText) {
    EXPECT_EQ(tree("b = 1\na = 2\n", "x.toml"), "{b=the number 1 a=the number 2}");
}

TEST(ConfigFormats, TellNumbersFromText) {
    EXPECT_EQ(tree("{\"a\": 10000.12345678901234567, \"b\": -1e-05, \"c\": \"5\"}", "x.json"),
              "{a=the number 10000.12345678901234567 b=the number -1e-05 c=\"5\"}");
    EXPECT_EQ(tree("a = 1_000\nb = 1e-05\nc = '5'\nd = inf\ne = 2024-01-02\nf = 2024-01-02T03:04:05Z\ng = 03:04:05\n",
                   "x.toml"),
              "{a=the number 1000 b=the number 1e-05 c=\"5\" d=the number inf e=the time 2024-01-02 "
              "f=the time 2024-01-02T03:04:05Z g=the time 03:04:05}");
    EXPECT_EQ(tree("a: 1.50\nb: '5'\nc: 2024-01-02\nd: .inf\ne: 1h\nf: yes\ng: -5\nh: ~\ni: nan\nj: -inf\nk: .5\nl: \n",
                   "x.yaml"),
              "{a=the number 1.50 b=\"5\" c=\"2024-01-02\" d=\".inf\" e=\"1h\" f=\"yes\" g=the number -5 h=nothing "
              "i=\"nan\" j=\"-inf\" k=the number .5 l=nothing}");
}

TEST(ConfigFormats, SayWhereTextIsNotOfTheFormat) {
    EXPECT_THAT(tree("a = 1\nb = \n", "x.toml"), StartsWith("x.toml:2:5: expected TOML: "));
    EXPECT_THAT(tree("{\"a\": 1,\n \"b\" 2}", "x.json"), StartsWith("x.json:2:6: expected JSON: Missing a colon"));
    EXPECT_THAT(tree("{} 5", "x.json"), StartsWith("x.json:1:4: expected JSON: "));
    EXPECT_THAT(tree("a: 1\nb: [\n", "x.yaml"), StartsWith("x.yaml:3:1: expected YAML: "));
    EXPECT_THAT(tree("a: \"\xff\"\n", "x.yaml"), StartsWith("x.yaml:1:5: expected YAML: "));
    EXPECT_THAT(tree("{\"\xff\": 1}", "x.json"), StartsWith("x.json:1:"));
    EXPECT_EQ(tree(std::string_view("a = 1\n\0", 7), "x.toml"), "x.toml:2:1: expected text, there is a zero byte");
}

TEST(ConfigFormats, RefuseNamesThatAreThereTwice) {
    EXPECT_THAT(tree("a = 1\na = 2\n", "x.toml"), StartsWith("x.toml:2:"));
    EXPECT_EQ(tree("{\"a\": 1,\n\"a\": 2}", "x.json"), "x.json:2:1: 'a' is there twice, first in line 1");
    EXPECT_EQ(tree("a: 1\nb: 1\na: 2\n", "x.yaml"), "x.yaml:3:1: 'a' is there twice, first in line 1");
}

TEST(ConfigFormats, RefuseWhatYamlHasBeyondTrees) {
    EXPECT_THAT(tree("a: &x 1\n", "x.yaml"), HasSubstr("x.yaml:1:4: anchors are not supported"));
    EXPECT_THAT(tree("a: &x [1]\n", "x.yaml"), HasSubstr("anchors are not supported"));
    EXPECT_THAT(tree("a: *x\n", "x.yaml"), HasSubstr("x.yaml:1:4: aliases are not supported"));
    EXPECT_THAT(tree("a: !!str 1\n", "x.yaml"), HasSubstr("x.yaml:1:4: tags are not supported"));
    EXPECT_THAT(tree("a: !m {}\n", "x.yaml"), HasSubstr("tags are not supported"));
    EXPECT_EQ(tree("? [a]\n: 1\n", "x.yaml"), "x.yaml:1:3: expected a name as text");
    EXPECT_EQ(tree("a: 1\n---\nb: 1\n", "x.yaml"), "x.yaml:2:1: expected one document");
}

TEST(ConfigFormats, WantTables) {
    EXPECT_EQ(tree("[1]", "x.json"), "x.json:1:1: expected tables such as data and strategy, not a list");
    EXPECT_EQ(tree("5", "x.yaml"), "x.yaml:1:1: expected tables such as data and strategy, not the number 5");
    EXPECT_EQ(tree("", "x.yaml"), "x.yaml:1:1: expected tables such as data and strategy, not nothing");
    EXPECT_EQ(tree("", "x.toml"), "{}");
}

TEST(ConfigFormats, HaveLimits) {
    constexpr int kDepth = 32;
    const auto nested = [](int depth) {
        return "{\"a\": " + std::string(static_cast<std::size_t>(depth) - 1, '[') +
               std::string(static_cast<std::size_t>(depth) - 1, ']') + "}";
    };
    EXPECT_THAT(tree(nested(kDepth), "x.json"), StartsWith("{"));
    EXPECT_THAT(tree(nested(kDepth), "x.yaml"), StartsWith("{"));
    for (const char* file : {"x.json", "x.yaml"}) {
        EXPECT_THAT(tree(nested(kDepth + 1), file), HasSubstr("expected at most 32 tables and lists in one another"));
    }
    EXPECT_THAT(tree(nested(100'000), "x.json"), HasSubstr("expected at most 32 tables and lists in one another"));
    std::string list = "a = [";
    for (int i = 0; i < 1000; ++i) list += "1,";
    EXPECT_THAT(tree(list + "]", "x.toml"), StartsWith("{"));
    EXPECT_EQ(tree(list + "1]", "x.toml"), "x.toml:1:2006: expected at most 1000 values in one table or list");
}

TEST(ConfigFormats, PassOverAByteOrderMark) {
    for (const auto& [text, file] : {std::pair{"a = 1", "x.toml"}, {"{\"a\": 1}", "x.json"}, {"a: 1", "x.yaml"}}) {
        EXPECT_EQ(tree(std::string("\xEF\xBB\xBF") + text, file), "{a=the number 1}");
    }
}

TEST(ConfigFormats, GoByTheEndingOfTheFile) {
    EXPECT_EQ(tree("a = 1", "run.conf"), "run.conf: expected a file that ends in .toml, .json, .yaml or .yml");
}

}  // namespace
}  // namespace ct::config
