#include "ct/storage/text_file.hpp"

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/types.h>
#include <unistd.h>

#include "ct/core/result.hpp"
#include "ct/storage/stream_file.hpp"

namespace ct::storage {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> write_failed(const fs::path& path, int system_error) {
    return fail(ErrorCode::kWriteFailed,
                fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(system_error)));
}

/// Writes everything and closes the file. Returns 0 or the system's error.
int write_and_close(int file, std::string_view text) {
    int failed = 0;
    while (!text.empty() && failed == 0) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            failed = errno;
        }
    }
    if (::close(file) != 0 && failed == 0) failed = errno;
    return failed;
}

Result<void> write_in_place(const fs::path& path, std::string_view text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
    const int failed = file < 0 ? errno : write_and_close(file, text);
    if (failed != 0) return write_failed(path, failed);
    return {};
}

Result<void> write_and_rename(const fs::path& path, std::string_view text) {
    auto file = StreamFile::create(path, StreamFile::Packing::kNone);
    if (!file) return fail(file);
    if (auto written = file->write(text); !written) return written;
    return file->commit();
}

}  // namespace

Result<void> write_text_file(const fs::path& path, std::string_view text) {
    std::error_code ignored;  // open or rename says it better
    const fs::file_type type = fs::symlink_status(path, ignored).type();
    const bool replace = type == fs::file_type::regular || type == fs::file_type::not_found;
    return replace ? write_and_rename(path, text) : write_in_place(path, text);
}

}  // namespace ct::storage
