#pragma once

#include <filesystem>
#include <string_view>

#include "ct/core/result.hpp"

namespace ct::storage {

/// Writes a file as a whole: into a new file beside it that takes its place at the end, so that nobody ever sees half
/// of it and a failure leaves what was there. What is no regular file (a device, a pipe, a link) is written in place.
/// Errors: kWriteFailed with the path and the system's reason.
Result<void> write_text_file(const std::filesystem::path& path, std::string_view text);

}  // namespace ct::storage
