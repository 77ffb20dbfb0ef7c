#pragma once

#include <string>

namespace ct::config {

/// The JSON Schema of run files, for editors: each setting with its type, default, text, and in "x-flag" and
/// "x-variable" how it is called elsewhere.
std::string run_schema();

}  // namespace ct::config
