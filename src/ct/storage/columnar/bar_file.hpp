#pragma once

#include <memory>
#include <string>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/storage/columnar.hpp"

namespace ct::storage {

/// Columnar::open_bars and Columnar::write_bars.
Result<std::unique_ptr<BarFileReader>> open_bar_file(int descriptor, const std::string& name);
Result<std::string> bar_file_bytes(const data::BarSeries& bars, const FooterText& footer, Compression compression);

}  // namespace ct::storage
