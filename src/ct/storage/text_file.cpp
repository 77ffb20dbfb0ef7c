#include "ct/storage/text_file.hpp"

#include <filesystem>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/storage/stream_file.hpp"

namespace ct::storage {

Result<void> write_text_file(const std::filesystem::path& path, std::string_view text) {
    auto file = StreamFile::create(path, StreamFile::Packing::kNone);
    if (!file) return fail(file);
    if (auto written = file->write(text); !written) return written;
    return file->commit();
}

}  // namespace ct::storage
