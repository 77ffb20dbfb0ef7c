#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"

namespace ct::cli {

/// True for `file.py:Class`.
bool is_python_strategy(std::string_view strategy);

/// Replaces this process by `python -m cracktrader args...`, with the Python beside this program. Comes back only with
/// an error: kNotFound when there is no Python beside it, kReadFailed when it cannot be started.
Result<void> launch_python(std::span<const std::string> args);

}  // namespace ct::cli
