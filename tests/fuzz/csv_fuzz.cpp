// CSV text. The last byte of the input chooses options and the size of the chunks.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/data/csv.hpp"
#include "fuzz/fuzz.hpp"

namespace {

using namespace ct;

Result<data::CsvSeries> read(std::string_view text, const data::CsvOptions& options, std::size_t chunk_bytes) {
    data::CsvReader reader(options);
    if (auto begun = reader.begin_file("x.csv"); !begun) return fail(begun);
    for (std::size_t at = 0; at < text.size(); at += chunk_bytes) {
        if (auto fed = reader.feed(text.substr(at, chunk_bytes)); !fed) return fail(fed);
    }
    if (auto ended = reader.end_file(); !ended) return fail(ended);
    return reader.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    const unsigned choice = bytes[size - 1];
    const std::string_view text = test::text_of(bytes, size - 1);
    const data::CsvOptions options{.keep_extras = (choice & 1U) != 0, .any_order = (choice & 2U) != 0};
    const auto whole = read(text, options, std::max<std::size_t>(text.size(), 1));
    const auto pieces = read(text, options, 1 + choice / 4);
    test::require(whole.has_value() == pieces.has_value(), "any chunking reads or refuses alike");
    if (!whole) {
        test::require(whole.error().message == pieces.error().message, "any chunking has the same error");
        return 0;
    }
    const auto& series = whole->series;
    test::require(series.time_ns == pieces->series.time_ns && series.close == pieces->series.close,
                  "any chunking gives the same rows");
    test::require(series.size() > 0 && series.volume.size() == series.size(), "columns are of one length");
    test::require(
        options.any_order || std::ranges::adjacent_find(series.time_ns, std::greater_equal()) == series.time_ns.end(),
        "times ascend");
    return 0;
}
