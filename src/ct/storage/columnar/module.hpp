#pragma once

#include "ct/storage/columnar.hpp"

namespace ct::storage {

/// What the library exports under kColumnarFactory: its Columnar, or null when it was built from another version.
using ColumnarFactory = const Columnar* (*)(const char* version);
inline constexpr const char* kColumnarFactory = "ct_columnar";

}  // namespace ct::storage
