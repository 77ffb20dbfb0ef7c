#include "ct/config/run_example.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/config/run_settings.hpp"

namespace ct::config {

namespace {

constexpr std::string_view kHead =
    "# Settings of a backtest: cracktrader backtest --config FILE. Lines that begin with # and a key show what else "
    "there\n"
    "# is, with an example. Paths start from the folder of this file. More in docs/config.md.\n";
constexpr std::string_view kRule = "#[risk.max_order]\n#notional = 5000\n";
/// What an example sets.
constexpr std::string_view kSet[] = {"--csv", "--strategy", "--param", "--cash", "--commission", "--report"};

/// Text as TOML writes it.
std::string toml_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        const auto code = static_cast<unsigned char>(c);
        constexpr unsigned char kFirstPlain = 0x20;
        constexpr unsigned char kDelete = 0x7F;
        if (code < kFirstPlain || code == kDelete) {
            quoted += fmt::format("\\u{:04X}", code);
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

void append_comment(std::string& all, std::string_view text) {
    constexpr std::size_t kMostColumns = 118;
    while (text.size() > kMostColumns) {
        const auto space = text.rfind(' ', kMostColumns);
        fmt::format_to(std::back_inserter(all), "# {}\n", text.substr(0, space));
        text.remove_prefix(space + 1);
    }
    fmt::format_to(std::back_inserter(all), "# {}\n", text);
}

}  // namespace

std::string run_example(const ExampleFiles& files) {
    std::string all = fmt::format(
        "#:schema {0}\n# Editors complete and check by it: cracktrader init --schema > {0}\n{1}", files.schema, kHead);
    for (const RunTable& table : run_tables()) {
        all += '\n';
        append_comment(all, table.text);
        fmt::format_to(std::back_inserter(all), "[{}]\n", table.name);
        for (const RunSetting& setting : run_settings()) {
            if (setting.table != table.name) continue;
            append_comment(all, setting.text);
            const bool is_set = std::find(std::begin(kSet), std::end(kSet), setting.flag) != std::end(kSet);
            const std::string csv = fmt::format("[{}]", toml_text(files.csv));
            fmt::format_to(std::back_inserter(all), "{}{} = {}\n", is_set ? "" : "#", setting.key,
                           setting.flag == "--csv" ? csv : setting.example);
        }
        if (table.name == "risk") all += kRule;
    }
    return all;
}

}  // namespace ct::config
