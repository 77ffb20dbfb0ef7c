#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "ct/core/result.hpp"

namespace ct::storage {

/// A file that is written piece by piece beside its place, which it takes when it is whole: nobody ever sees half of
/// it, and a failure leaves what was there. What is no regular file (a device, a pipe, a link) is written in place.
class StreamFile {
  public:
    enum class Packing : std::uint8_t { kNone, kGzip };

    /// Errors: kWriteFailed with the path and the system's reason, as of all that follows.
    static Result<StreamFile> create(const std::filesystem::path& path, Packing packing);

    StreamFile(StreamFile&&) noexcept;
    StreamFile& operator=(StreamFile&&) noexcept;
    ~StreamFile();

    Result<void> write(std::string_view bytes);
    /// Ends the file and puts it in its place.
    Result<void> commit();

  private:
    struct State;
    explicit StreamFile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace ct::storage
