#pragma once

#include <filesystem>
#include <string_view>

#include "ct/core/result.hpp"

namespace ct::storage {

/// A file that is written whole and safe on disk under a name of its own, until it takes the place of another. Gone
/// with this object when it never does.
class PendingFile {
  public:
    /// Errors: kWriteFailed with the path and the system's reason; nothing is left then.
    static Result<PendingFile> write(const std::filesystem::path& path, std::string_view bytes);

    PendingFile(PendingFile&& other) noexcept;
    PendingFile& operator=(PendingFile&& other) noexcept;
    ~PendingFile();

    /// Takes the place at `path`. Errors: kWriteFailed.
    Result<void> commit();

  private:
    PendingFile(std::filesystem::path temporary, std::filesystem::path path);

    std::filesystem::path temporary_;  ///< empty once it is gone
    std::filesystem::path path_;
};

/// Makes the names in a folder safe on disk. Errors: kWriteFailed.
Result<void> sync_folder(const std::filesystem::path& folder);

/// Makes a folder and those above it, safe on disk. Errors: kWriteFailed.
Result<void> make_folders(const std::filesystem::path& folder);

/// Removes what writers that were killed left in a folder. Requires: nobody is writing there.
void remove_abandoned(const std::filesystem::path& folder);

}  // namespace ct::storage
