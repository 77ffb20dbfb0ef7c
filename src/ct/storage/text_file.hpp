#pragma once

#include <filesystem>
#include <string_view>

#include "ct/core/result.hpp"

namespace ct::storage {

/// Writes a file as a whole, as StreamFile does. Errors: kWriteFailed with the path and the system's reason.
Result<void> write_text_file(const std::filesystem::path& path, std::string_view text);

}  // namespace ct::storage
