#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "ct/session/backtest/backtest.hpp"
#include "support/bars.hpp"

namespace ct::test {

/// A line of a scenario in words, and the options among them: "limit=95" as {"limit", "95"}, "post_only" as a word.
struct ScenarioLine {
    int number = 0;  ///< of the line in its file
    std::vector<std::string> words;
    std::vector<std::pair<std::string, std::string>> options;
};

/// A scenario file in parts (README.md beside it has the format).
struct Scenario {
    std::string head;  ///< the text up to and with the line "expect"
    std::string expected;
    session::BacktestConfig config;
    BarTable bars{k1h};
    std::vector<double> volumes;
    std::vector<std::vector<ScenarioLine>> actions;  ///< by bar: what is done after its close
};

/// Throws std::runtime_error with file and line for what it does not understand.
Scenario read_scenario(const std::filesystem::path& path);

/// The lines that come out.
std::string run_scenario(const Scenario& scenario);

}  // namespace ct::test
