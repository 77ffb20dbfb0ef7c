#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/storage/text_source.hpp"

namespace ct::storage {

/// More members than this are no archive of candles.
inline constexpr std::size_t kMaxZipMembers = 100'000;

/// Hands every *.csv member of a zip file to the sink, in name order, as "archive.zip/member.csv"; the names of the
/// others go to `ignored`. `at` hears the position in the archive after each chunk. Errors: kInvalidData for a damaged
/// archive, a wrong CRC or no CSV member, kUnsupported for encryption or an unknown compression, and the sink's.
/// Requires: a regular file.
Result<void> read_zip(const std::filesystem::path& path, TextSink& sink, std::vector<std::string>& ignored,
                      const std::function<void(std::uint64_t position)>& at);

}  // namespace ct::storage
