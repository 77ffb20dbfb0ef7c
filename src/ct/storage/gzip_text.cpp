#include "ct/storage/gzip_text.hpp"

#include <cstddef>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <zconf.h>
#include <zlib.h>

#include "ct/core/result.hpp"
#include "ct/storage/text_source.hpp"

namespace ct::storage {

namespace {

constexpr int kGzipOnly = 16;  ///< added to the window bits: expect gzip headers and check their CRC
constexpr char kFirstMagicByte = '\x1f';

}  // namespace

struct GzipText::State {
    std::string name;
    TextSink& sink;
    z_stream stream{};
    std::vector<char> text;
    bool between_members = false;
    bool padding = false;  ///< zero bytes after the last member: only such may follow

    State(std::string file_name, TextSink& text_sink) : name(std::move(file_name)), sink(text_sink), text(kChunkBytes) {
        if (inflateInit2(&stream, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { inflateEnd(&stream); }

    /// Goes to the next member if one follows. Errors: kInvalidData for anything but a member or padding.
    Result<void> next_member() {
        while (stream.avail_in > 0 && *stream.next_in == 0) {
            padding = true;
            ++stream.next_in;
            --stream.avail_in;
        }
        if (stream.avail_in == 0) return {};
        if (padding || *stream.next_in != static_cast<Bytef>(kFirstMagicByte)) {
            return fail(ErrorCode::kInvalidData, fmt::format("{}: bytes that are no gzip follow its end", name));
        }
        inflateReset(&stream);
        between_members = false;
        return {};
    }

    /// Unpacks until the text buffer is full, the input is used up or the member ends, and hands the text on.
    Result<void> unpack() {
        stream.next_out = reinterpret_cast<Bytef*>(text.data());
        stream.avail_out = static_cast<uInt>(text.size());
        const int status = inflate(&stream, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
            return fail(ErrorCode::kInvalidData, fmt::format("{}: damaged gzip ({})", name,
                                                             stream.msg != nullptr ? stream.msg : "unknown error"));
        }
        between_members = status == Z_STREAM_END;
        const std::size_t size = text.size() - stream.avail_out;
        if (size == 0) return {};
        return sink.feed({text.data(), size});
    }
};

GzipText::GzipText(std::string name, TextSink& sink) : state_(std::make_unique<State>(std::move(name), sink)) {}

GzipText::~GzipText() = default;

Result<void> GzipText::feed(std::string_view bytes) {
    State& state = *state_;
    state.stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
    state.stream.avail_in = static_cast<uInt>(bytes.size());
    bool text_was_full = false;
    while (state.stream.avail_in > 0 || text_was_full) {
        if (state.between_members) {
            if (auto found = state.next_member(); !found || state.between_members) return found;
        }
        if (auto unpacked = state.unpack(); !unpacked) return unpacked;
        text_was_full = !state.between_members && state.stream.avail_out == 0;
    }
    return {};
}

Result<void> GzipText::end() const {
    if (state_->between_members) return {};
    return fail(ErrorCode::kInvalidData,
                fmt::format("{}: truncated gzip, expected more after its last byte", state_->name));
}

}  // namespace ct::storage
