#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

/// A strategy that is ready to run, and what names it in the results.
struct LoadedStrategy {
    std::unique_ptr<engine::Strategy> strategy;
    std::string name;
    std::vector<std::pair<std::string, std::string>> parameters;
};

/// Makes the strategy that `--strategy file.py:Class` names, from its parameters as text.
using StrategyLoader =
    std::function<Result<LoadedStrategy>(std::string_view spec, const strategies::Parameters& given)>;

/// Reads candles that Python has pickled, as they lie in the file.
using PickleReader = std::function<Result<data::BarSeries>(const std::string& path)>;

/// What only Python can do. Empty in the native program, which starts `python -m cracktrader` of its own prefix in its
/// place when it is needed.
struct PythonHost {
    StrategyLoader load_strategy;
    PickleReader read_pickle;
};

/// Runs the command line. `args` are those after the program's name. Returns the exit code: 0 done, 1 the system or the
/// run failed, 2 arguments or content are wrong.
int run(std::span<const std::string> args, const PythonHost& python);

/// The exit code of an expected failure.
int exit_code(ErrorCode code);

}  // namespace ct::cli
