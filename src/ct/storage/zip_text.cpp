#include "ct/storage/zip_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <minizip/unzip.h>

#include "ct/core/result.hpp"
#include "ct/storage/csv_name.hpp"
#include "ct/storage/text_source.hpp"

namespace ct::storage {

namespace {

constexpr unsigned long kEncryptedFlag = 1;
constexpr unsigned long kStored = 0;
constexpr unsigned long kDeflated = 8;

struct CloseZip {
    void operator()(unzFile file) const { unzClose(file); }
};
using ZipFile = std::unique_ptr<std::remove_pointer_t<unzFile>, CloseZip>;

struct Member {
    std::string name;
    unz64_file_pos position{};
    bool encrypted = false;
    bool known_compression = true;
};

tl::unexpected<Error> damaged(const std::string& name) {
    return fail(ErrorCode::kInvalidData, fmt::format("{}: damaged or truncated zip", name));
}

tl::unexpected<Error> no_csv(const std::string& archive) {
    return fail(ErrorCode::kInvalidData, fmt::format("{}: no .csv file in this zip", archive));
}

/// minizip does not open an archive that consists of the end record only.
bool is_empty_zip(const std::filesystem::path& path) {
    constexpr std::uintmax_t kEndRecordBytes = 22;
    std::error_code error;
    return std::filesystem::file_size(path, error) == kEndRecordBytes;
}

/// The member at the archive's cursor.
Result<Member> current_member(unzFile zip, const std::string& archive) {
    Member member;
    unz_file_info64 info{};
    if (unzGetCurrentFileInfo64(zip, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) return damaged(archive);
    member.name.resize(info.size_filename);
    const bool named =
        unzGetCurrentFileInfo64(zip, &info, member.name.data(), info.size_filename, nullptr, 0, nullptr, 0) == UNZ_OK;
    if (!named || unzGetFilePos64(zip, &member.position) != UNZ_OK) return damaged(archive);
    member.encrypted = (info.flag & kEncryptedFlag) != 0;
    member.known_compression = info.compression_method == kStored || info.compression_method == kDeflated;
    std::ranges::replace_if(member.name, [](char c) { return c >= '\0' && c < ' '; }, '?');
    return member;
}

/// The CSV members in name order; the names of the others go to `ignored`.
Result<std::vector<Member>> csv_members(unzFile zip, const std::string& archive, std::vector<std::string>& ignored) {
    std::vector<Member> members;
    int status = unzGoToFirstFile(zip);
    for (std::size_t count = 0; status == UNZ_OK; status = unzGoToNextFile(zip)) {
        if (++count > kMaxZipMembers) {
            return fail(ErrorCode::kInvalidData, fmt::format("{}: more than {} members", archive, kMaxZipMembers));
        }
        auto member = current_member(zip, archive);
        if (!member) return fail(member);
        if (member->name.ends_with('/')) continue;  // a folder
        if (is_csv_name(std::filesystem::path(member->name).filename().string())) {
            members.push_back(std::move(*member));
        } else {
            ignored.push_back(fmt::format("{}/{}", archive, member->name));
        }
    }
    if (status != UNZ_END_OF_LIST_OF_FILE) return damaged(archive);
    std::ranges::sort(members, {}, &Member::name);
    return members;
}

Result<void> read_member(unzFile zip, const Member& member, const std::string& name, TextSink& sink,
                         std::vector<char>& buffer, const std::function<void(std::uint64_t)>& at) {
    if (member.encrypted || !member.known_compression) {
        return fail(ErrorCode::kUnsupported,
                    fmt::format("{}: {}, expected a plain zip", name,
                                member.encrypted ? "an encrypted member" : "an unknown compression"));
    }
    if (unzGoToFilePos64(zip, &member.position) != UNZ_OK || unzOpenCurrentFile(zip) != UNZ_OK) return damaged(name);
    if (auto begun = sink.begin_file(name); !begun) return begun;
    while (true) {
        const int size = unzReadCurrentFile(zip, buffer.data(), static_cast<unsigned>(buffer.size()));
        if (size < 0) return damaged(name);
        if (size == 0) break;
        if (auto fed = sink.feed({buffer.data(), static_cast<std::size_t>(size)}); !fed) return fed;
        at(unzGetCurrentFileZStreamPos64(zip));
    }
    if (const int closed = unzCloseCurrentFile(zip); closed != UNZ_OK) {
        if (closed != UNZ_CRCERROR) return damaged(name);
        return fail(ErrorCode::kInvalidData, fmt::format("{}: damaged zip (wrong CRC)", name));
    }
    return sink.end_file();
}

}  // namespace

Result<void> read_zip(const std::filesystem::path& path, TextSink& sink, std::vector<std::string>& ignored,
                      const std::function<void(std::uint64_t position)>& at) {
    const std::string archive = path.string();
    const ZipFile zip(unzOpen64(archive.c_str()));
    if (!zip) return is_empty_zip(path) ? no_csv(archive) : damaged(archive);
    const auto members = csv_members(zip.get(), archive, ignored);
    if (!members) return fail(members);
    if (members->empty()) return no_csv(archive);
    std::vector<char> buffer(kChunkBytes);
    for (const auto& member : *members) {
        const std::string name = fmt::format("{}/{}", archive, member.name);
        if (auto read = read_member(zip.get(), member, name, sink, buffer, at); !read) return read;
    }
    return {};
}

}  // namespace ct::storage
