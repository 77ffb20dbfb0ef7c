#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"

namespace ct::storage {

/// Text is handed on, and compressed bytes are read, in chunks of at most this size.
inline constexpr std::size_t kChunkBytes = 256 * 1024;

/// Takes the text of files, one after the other: begin_file, feed with each chunk (valid during the call), end_file.
/// The first error ends the reading.
class TextSink {
  public:
    TextSink() = default;
    TextSink(const TextSink&) = delete;
    TextSink& operator=(const TextSink&) = delete;
    virtual ~TextSink() = default;

    virtual Result<void> begin_file(const std::string& name) = 0;
    virtual Result<void> feed(std::string_view chunk) = 0;
    virtual Result<void> end_file() = 0;
};

/// Hears how far reading is, in bytes on disk; `total` is 0 where it cannot be known (a pipe).
using ReadProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Reads the text of a plain, gzip or zip file, or of all *.csv, *.csv.gz and *.zip files of a folder (not of its
/// subfolders), in name order. Compression is told by the content, not by the name. Of a zip the *.csv members are
/// read, in name order. Names given to the sink are the path, for a member "archive.zip/member.csv". Gives the names of
/// what was passed over: other files of a folder, other members of a zip. Errors: kNotFound, kReadFailed when the
/// system refuses, kInvalidData for damaged or truncated compression and for a folder or zip without CSV, kUnsupported
/// for an encrypted zip, and whatever the sink returns.
Result<std::vector<std::string>> read_text(const std::filesystem::path& path, TextSink& sink,
                                           const ReadProgress& progress = {});

}  // namespace ct::storage
