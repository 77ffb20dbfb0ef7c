// JSON text of candles. The last byte of the input chooses the size of the chunks.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/storage/json_bars.hpp"
#include "fuzz/fuzz.hpp"

namespace {

using namespace ct;

Result<storage::JsonSeries> read(std::string_view text, bool keep_extras, std::size_t chunk_bytes) {
    storage::JsonBarReader reader("x.json", {.keep_extras = keep_extras});
    for (std::size_t at = 0; at < text.size(); at += chunk_bytes) {
        if (auto fed = reader.feed(text.substr(at, chunk_bytes)); !fed) return fail(fed);
    }
    return reader.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    const unsigned choice = bytes[size - 1];
    const std::string_view text = test::text_of(bytes, size - 1);
    const auto whole = read(text, (choice & 1U) != 0, std::max<std::size_t>(text.size(), 1));
    const auto pieces = read(text, (choice & 1U) != 0, 1 + choice / 2);
    test::require(whole.has_value() == pieces.has_value(), "any chunking reads or refuses alike");
    if (!whole) {
        test::require(whole.error().message == pieces.error().message, "any chunking has the same error");
        return 0;
    }
    const auto& series = whole->series;
    test::require(series.time_ns == pieces->series.time_ns && series.close == pieces->series.close,
                  "any chunking gives the same rows");
    test::require(series.size() > 0 && series.volume.size() == series.size(), "columns are of one length");
    return 0;
}
