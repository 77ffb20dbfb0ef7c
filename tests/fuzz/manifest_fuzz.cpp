// The index of a series of the cache.

#include <cstddef>
#include <cstdint>
#include <string>

#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/storage/manifest.hpp"
#include "ct/storage/series_key.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace ct;
    static const auto kKey = storage::SeriesKey::make("x", "A/B", {}, Timeframe()).value();
    const auto read = storage::Manifest::parse(std::string(test::text_of(bytes, size)), kKey);
    if (!read) {
        test::require(!read.error().message.empty(), "an error says something");
        return 0;
    }
    const auto again = storage::Manifest::parse(read->json(kKey), kKey);
    test::require(again && again->months == read->months, "what is written reads back");
    return 0;
}
