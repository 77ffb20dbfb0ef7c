#pragma once

#include <memory>

#include "ct/core/result.hpp"
#include "ct/storage/columnar.hpp"

namespace ct::storage {

/// Columnar::table_writer.
Result<std::unique_ptr<BarTableWriter>> make_table_writer(TableFormat format, const FooterText& footer, ByteSink sink);

}  // namespace ct::storage
