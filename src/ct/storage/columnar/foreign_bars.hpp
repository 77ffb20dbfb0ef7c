#pragma once

#include <string>

#include "ct/core/result.hpp"
#include "ct/storage/columnar.hpp"

namespace ct::storage {

/// Columnar::read_foreign.
Result<ForeignBars> read_foreign_bars(int descriptor, const std::string& name, bool keep_extras);

}  // namespace ct::storage
