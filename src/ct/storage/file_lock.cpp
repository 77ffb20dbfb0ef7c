#include "ct/storage/file_lock.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include "ct/core/result.hpp"

namespace ct::storage {

namespace {

namespace fs = std::filesystem;

constexpr mode_t kFileMode = 0666;  ///< less the user's umask

/// The path still names the locked file: it was not removed while this process waited.
bool is_current(int descriptor, const fs::path& path) {
    struct stat locked{};
    struct stat named{};
    return ::fstat(descriptor, &locked) == 0 && ::stat(path.c_str(), &named) == 0 && locked.st_ino == named.st_ino &&
           locked.st_dev == named.st_dev;
}

tl::unexpected<Error> lock_failed(const fs::path& path, FileLock::Kind kind, int system_error) {
    const auto code = kind == FileLock::Kind::kExclusive ? ErrorCode::kWriteFailed : ErrorCode::kReadFailed;
    return fail(code, fmt::format("cannot lock {}: {}", path.string(), std::generic_category().message(system_error)));
}

}  // namespace

Result<FileLock> FileLock::acquire(const fs::path& path, Kind kind) {
    for (;;) {
        int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kFileMode);
        if (descriptor < 0 && kind == Kind::kShared) {
            descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
            if (descriptor < 0) return FileLock(-1);
        }
        if (descriptor < 0) return lock_failed(path, kind, errno);
        int failed = 0;
        while (::flock(descriptor, kind == Kind::kShared ? LOCK_SH : LOCK_EX) != 0) {
            if (errno == EINTR) continue;
            failed = errno;
            break;
        }
        if (failed == 0 && is_current(descriptor, path)) return FileLock(descriptor);
        ::close(descriptor);
        if (failed != 0) return lock_failed(path, kind, failed);
    }
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FileLock::~FileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace ct::storage
