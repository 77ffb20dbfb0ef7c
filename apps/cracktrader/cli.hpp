#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

/// A strategy that is ready to run, and what names it in the results.
struct LoadedStrategy {
    std::unique_ptr<engine::Strategy> strategy;
    std::string name;
    std::vector<std::pair<std::string, std::string>> parameters;
};

/// Makes the strategy that `--strategy file.py:Class` names, from its parameters as text. Empty where there is no
/// Python: then the program starts `python -m cracktrader` of its own prefix in its place.
using StrategyLoader =
    std::function<Result<LoadedStrategy>(std::string_view spec, const strategies::Parameters& given)>;

/// Runs the command line. `args` are those after the program's name. Returns the exit code: 0 done, 1 the system or the
/// run failed, 2 arguments or content are wrong.
int run(std::span<const std::string> args, const StrategyLoader& loader);

/// The exit code of an expected failure.
int exit_code(ErrorCode code);

}  // namespace ct::cli
