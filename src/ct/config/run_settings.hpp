#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ct/config/run_options.hpp"

namespace ct::config {

/// One setting of a backtest: as a key of a run file, a variable of the environment and an option of the command line.
struct RunSetting {
    enum class Kind : std::uint8_t {
        kText,        ///< text
        kTime,        ///< text, or a date or time of TOML
        kNumber,      ///< a number, or its text for more digits than a number keeps
        kFlag,        ///< true or false
        kList,        ///< one text or a list of them
        kPairs,       ///< a table of texts and numbers by name, or texts "name=value"
        kParameters,  ///< likewise, where a table may also stand for a number (ParameterRange)
    };
    using Target = std::variant<std::optional<Given> RunOptions::*, std::vector<Given> RunOptions::*>;

    std::string_view table;
    std::string_view key;
    std::string_view flag;
    std::string_view value;  ///< what the value is called in the help
    Kind kind;
    Target target;
    std::string_view text;
    std::string_view example;        ///< a value as TOML writes it
    std::string_view standard = {};  ///< what holds unless something is given; none: nothing, or as the text says
    std::string_view choices = {};   ///< the texts that it may be, with spaces between
    /// The flags of other ways to say the same. Given, it puts those of lower layers out of force; of `--fees`, what is
    /// said of all symbols.
    std::string_view replaces = {};
    char separator = ',';  ///< between several values in a variable of the environment

    [[nodiscard]] bool is_by_name() const { return kind == Kind::kPairs || kind == Kind::kParameters; }
    /// "account.cash".
    [[nodiscard]] std::string name() const;
    /// "CRACKTRADER_ACCOUNT__CASH".
    [[nodiscard]] std::string variable() const;
};

struct RunTable {
    std::string_view name;
    std::string_view text;
};

/// The tables of a run file, in the order in which they are shown. The table `risk` has rules beside its setting.
std::span<const RunTable> run_tables();

/// All settings, by table.
std::span<const RunSetting> run_settings();

}  // namespace ct::config
