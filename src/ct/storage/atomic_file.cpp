#include "ct/storage/atomic_file.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/types.h>
#include <unistd.h>

#include "ct/core/result.hpp"

namespace ct::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = ".pending-";
constexpr mode_t kFileMode = 0666;  ///< less the user's umask

tl::unexpected<Error> write_failed(const fs::path& path, int system_error) {
    return fail(ErrorCode::kWriteFailed,
                fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(system_error)));
}

/// Returns 0 or the system's error.
int write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return errno;
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0 ? 0 : errno;
}

}  // namespace

PendingFile::PendingFile(fs::path temporary, fs::path path)
    : temporary_(std::move(temporary)), path_(std::move(path)) {}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : temporary_(std::exchange(other.temporary_, {})), path_(std::move(other.path_)) {}

PendingFile& PendingFile::operator=(PendingFile&& other) noexcept {
    std::swap(temporary_, other.temporary_);
    std::swap(path_, other.path_);
    return *this;
}

PendingFile::~PendingFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<PendingFile> PendingFile::write(const fs::path& path, std::string_view bytes) {
    const fs::path temporary =
        path.parent_path() / fmt::format("{}{}-{}", kPrefix, ::getpid(), path.filename().string());
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, kFileMode);
    if (file < 0) return write_failed(path, errno);
    PendingFile pending(temporary, path);
    int failed = write_all(file, bytes);
    if (::close(file) != 0 && failed == 0) failed = errno;
    if (failed != 0) return write_failed(path, failed);
    return pending;
}

Result<void> PendingFile::commit() {
    if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return write_failed(path_, errno);
    temporary_.clear();
    return {};
}

Result<void> sync_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return write_failed(folder, errno);
    const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (failed != 0) return write_failed(folder, failed);
    return {};
}

Result<void> make_folders(const fs::path& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) return {};
    const fs::path above = folder.parent_path();
    if (!above.empty() && above != folder) {
        if (auto made = make_folders(above); !made) return made;
    }
    if (!fs::create_directory(folder, error) && error) return write_failed(folder, error.value());
    return sync_folder(above.empty() ? fs::path(".") : above);
}

void remove_abandoned(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().filename().string().starts_with(kPrefix)) fs::remove(entry.path(), ignored);
    }
}

}  // namespace ct::storage
