#pragma once

#include <cstdint>
#include <filesystem>

#include "ct/core/result.hpp"

namespace ct::storage {

/// A lock between processes (and threads): a lock file that is held until this is gone. The system frees it when the
/// process ends, however it ends.
class FileLock {
  public:
    enum class Kind : std::uint8_t { kShared, kExclusive };

    /// Waits for the lock. Makes the file where it is missing; where that may not be, a shared lock is none at all,
    /// because then nobody else writes there either. Errors: kWriteFailed for an exclusive lock, kReadFailed.
    static Result<FileLock> acquire(const std::filesystem::path& path, Kind kind);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

  private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

}  // namespace ct::storage
