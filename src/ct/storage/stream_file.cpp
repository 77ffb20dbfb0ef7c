#include "ct/storage/stream_file.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/types.h>
#include <unistd.h>
#include <zlib.h>

#include "ct/core/result.hpp"

namespace ct::storage {

namespace {

namespace fs = std::filesystem;

constexpr mode_t kFileMode = 0666;  ///< less the user's umask

tl::unexpected<Error> write_failed(const fs::path& path, int system_error) {
    return fail(ErrorCode::kWriteFailed,
                fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(system_error)));
}

}  // namespace

struct StreamFile::State {
    fs::path path;
    fs::path temporary;
    int descriptor = -1;
    gzFile gzip = nullptr;  ///< writes to a descriptor of its own

    ~State() {
        if (gzip != nullptr) gzclose(gzip);
        if (descriptor >= 0) ::close(descriptor);
        if (!temporary.empty()) ::unlink(temporary.c_str());
    }
};

StreamFile::StreamFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
StreamFile::StreamFile(StreamFile&&) noexcept = default;
StreamFile& StreamFile::operator=(StreamFile&&) noexcept = default;
StreamFile::~StreamFile() = default;

Result<StreamFile> StreamFile::create(const fs::path& path, Packing packing) {
    auto state = std::make_unique<State>();
    state->path = path;
    std::error_code ignored;  // open says it better
    const fs::file_type type = fs::symlink_status(path, ignored).type();
    if (type == fs::file_type::regular || type == fs::file_type::not_found) {
        state->temporary = path.parent_path() / fmt::format(".{}.{}.tmp", path.filename().string(), ::getpid());
    }
    const bool in_place = state->temporary.empty();
    // What has the temporary name was left by a process that was killed, or is a link that must not be followed.
    if (!in_place) ::unlink(state->temporary.c_str());
    const int flags = O_WRONLY | O_CLOEXEC | (in_place ? O_TRUNC : O_CREAT | O_EXCL);
    state->descriptor = ::open(in_place ? path.c_str() : state->temporary.c_str(), flags, kFileMode);
    if (state->descriptor < 0) return write_failed(path, errno);
    if (packing == Packing::kGzip) {
        const int own = ::fcntl(state->descriptor, F_DUPFD_CLOEXEC, 0);
        state->gzip = own < 0 ? nullptr : gzdopen(own, "wb");
        if (state->gzip == nullptr) return write_failed(path, errno);
    }
    return StreamFile(std::move(state));
}

Result<void> StreamFile::write(std::string_view bytes) {
    if (state_->gzip != nullptr) {
        if (gzwrite(state_->gzip, bytes.data(), static_cast<unsigned>(bytes.size())) == 0 && !bytes.empty()) {
            return write_failed(state_->path, errno);
        }
        return {};
    }
    while (!bytes.empty()) {
        const ssize_t written = ::write(state_->descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return write_failed(state_->path, errno);
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> StreamFile::commit() {
    int failed = 0;
    if (state_->gzip != nullptr && gzclose(std::exchange(state_->gzip, nullptr)) != Z_OK) failed = errno;
    if (::close(std::exchange(state_->descriptor, -1)) != 0 && failed == 0) failed = errno;
    const bool in_place = state_->temporary.empty();
    if (failed == 0 && !in_place && std::rename(state_->temporary.c_str(), state_->path.c_str()) != 0) failed = errno;
    if (failed != 0) return write_failed(state_->path, failed);
    state_->temporary.clear();
    return {};
}

}  // namespace ct::storage
