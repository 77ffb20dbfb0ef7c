#include "ct/storage/text_source.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/types.h>
#include <unistd.h>

#include "ct/core/result.hpp"
#include "ct/storage/csv_name.hpp"
#include "ct/storage/gzip_text.hpp"
#include "ct/storage/zip_text.hpp"

namespace ct::storage {

namespace {

namespace fs = std::filesystem;
using std::string_view_literals::operator""sv;

constexpr std::string_view kGzipMagic = "\x1f\x8b"sv;
constexpr std::array kZipMagics = {"PK\x03\x04"sv, "PK\x05\x06"sv};
constexpr std::size_t kMagicBytes = 8;

/// Formats people try that are not read here.
struct ForeignFormat {
    std::string_view magic;
    std::string_view name;
};
constexpr std::array kForeignFormats = {ForeignFormat{"\x28\xb5\x2f\xfd"sv, "a zstd file"},
                                        ForeignFormat{"\xfd"
                                                      "7zXZ"sv,
                                                      "an xz file"},
                                        ForeignFormat{"BZh"sv, "a bzip2 file"},
                                        ForeignFormat{"7z\xbc\xaf"sv, "a 7z archive"},
                                        ForeignFormat{"PAR1"sv, "a Parquet file"}};

tl::unexpected<Error> read_failed(const std::string& name, int system_error) {
    if (system_error == ENOENT || system_error == ENOTDIR) {
        return fail(ErrorCode::kNotFound, fmt::format("no such file or folder: {}", name));
    }
    return fail(ErrorCode::kReadFailed,
                fmt::format("cannot read {}: {}", name, std::generic_category().message(system_error)));
}

/// An open file, read front to back.
class InputFile {
  public:
    explicit InputFile(const fs::path& path) : name_(path.string()), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        open_error_ = file_ < 0 ? errno : 0;
    }
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    ~InputFile() {
        if (file_ >= 0) ::close(file_);
    }

    /// Reads until `buffer` holds `least` bytes or the file ends. Gives the number of bytes in it.
    Result<std::size_t> read(std::vector<char>& buffer, std::size_t least) {
        if (open_error_ != 0) return read_failed(name_, open_error_);
        std::size_t size = 0;
        while (size < least) {
            const ssize_t got = ::read(file_, buffer.data() + size, buffer.size() - size);
            if (got == 0) break;
            if (got > 0) {
                size += static_cast<std::size_t>(got);
            } else if (errno != EINTR) {
                return read_failed(name_, errno);
            }
        }
        return size;
    }

  private:
    std::string name_;
    int file_;
    int open_error_ = 0;
};

/// One call of read_text.
class TextReading {
  public:
    TextReading(TextSink& sink, const ReadProgress& progress)
        : sink_(sink), progress_(progress), buffer_(kChunkBytes) {}

    Result<std::vector<std::string>> read(const fs::path& path) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (!fs::exists(status)) return read_failed(path.string(), error ? error.value() : ENOENT);
        std::vector<fs::path> files = {path};
        if (fs::is_directory(status)) {
            auto listed = files_of(path);
            if (!listed) return fail(listed);
            files = std::move(*listed);
        }
        for (const auto& file : files) total_bytes_ += size_of(file);
        for (const auto& file : files) {
            if (auto done = read_file(file); !done) return fail(done);
            bytes_before_ += size_of(file);
            report(0);
        }
        return std::move(ignored_);
    }

  private:
    static std::uint64_t size_of(const fs::path& file) {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(file, error);
        return error ? 0 : size;
    }

    void report(std::uint64_t bytes_of_file) const {
        if (progress_) progress_(bytes_before_ + bytes_of_file, total_bytes_);
    }

    /// The files of a folder that may hold candles, in name order.
    Result<std::vector<fs::path>> files_of(const fs::path& folder) {
        std::error_code error;
        std::vector<fs::path> files;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            std::error_code no_status;
            if (at->is_directory(no_status)) continue;
            const std::string name = at->path().filename().string();
            const bool wanted = is_csv_name(name) || has_ending(name, ".csv.gz") || has_ending(name, ".zip");
            if (wanted) {
                files.push_back(at->path());
            } else {
                ignored_.push_back(at->path().string());
            }
        }
        if (error) return read_failed(folder.string(), error.value());
        if (files.empty()) {
            return fail(ErrorCode::kInvalidData,
                        fmt::format("{}: a folder without .csv, .csv.gz or .zip files", folder.string()));
        }
        std::ranges::sort(files);
        std::ranges::sort(ignored_);
        return files;
    }

    Result<void> read_file(const fs::path& path) {
        const std::string name = path.string();
        InputFile file(path);
        const auto size = file.read(buffer_, kMagicBytes);
        if (!size) return fail(size);
        const std::string_view start(buffer_.data(), *size);
        if (std::ranges::any_of(kZipMagics, [&](auto magic) { return start.starts_with(magic); })) {
            if (!fs::is_regular_file(path)) {
                return fail(ErrorCode::kUnsupported, fmt::format("{}: a zip can only be read from a file", name));
            }
            return read_zip(path, sink_, ignored_, [&](std::uint64_t position) { report(position); });
        }
        for (const auto& foreign : kForeignFormats) {
            if (!start.starts_with(foreign.magic)) continue;
            return fail(ErrorCode::kUnsupported,
                        fmt::format("{}: {}, expected CSV text, plain, gzip or zip", name, foreign.name));
        }
        if (auto begun = sink_.begin_file(name); !begun) return begun;
        if (start.starts_with(kGzipMagic)) {
            GzipText gzip(name, sink_);
            auto fed = feed_all(file, *size, [&](std::string_view bytes) { return gzip.feed(bytes); });
            if (fed) fed = gzip.end();
            if (!fed) return fed;
        } else {
            auto fed = feed_all(file, *size, [&](std::string_view bytes) { return sink_.feed(bytes); });
            if (!fed) return fed;
        }
        return sink_.end_file();
    }

    /// Feeds the `size` bytes in the buffer and all that follow.
    template <class Feed>
    Result<void> feed_all(InputFile& file, std::size_t size, const Feed& feed) {
        std::uint64_t done = 0;
        while (size != 0) {
            if (auto fed = feed({buffer_.data(), size}); !fed) return fed;
            done += size;
            report(done);
            const auto more = file.read(buffer_, 1);
            if (!more) return fail(more);
            size = *more;
        }
        return {};
    }

    TextSink& sink_;
    const ReadProgress& progress_;
    std::vector<char> buffer_;
    std::vector<std::string> ignored_;
    std::uint64_t total_bytes_ = 0;
    std::uint64_t bytes_before_ = 0;
};

}  // namespace

Result<std::vector<std::string>> read_text(const fs::path& path, TextSink& sink, const ReadProgress& progress) {
    return TextReading(sink, progress).read(path);
}

}  // namespace ct::storage
