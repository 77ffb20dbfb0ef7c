// A month's file of the cache.

#include <cstddef>
#include <cstdint>
#include <filesystem>

#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/storage/month_file.hpp"
#include "ct/storage/series_key.hpp"
#include "fuzz/fuzz.hpp"
#include "support/temporary_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace ct;
    static const test::TemporaryFolder kFolder;
    static const auto kKey = storage::SeriesKey::make("x", "A/B", {}, Timeframe()).value();
    const std::filesystem::path path = kFolder.file("2024-01.parquet", test::text_of(bytes, size));
    const auto month = storage::open_month(path, kKey);
    const auto read = month ? month->read() : Result<data::BarSeries>(fail(month));
    if (!read) {
        test::require(!read.error().message.empty(), "an error says something");
        return 0;
    }
    test::require(read->size() == month->facts.rows, "a month has the rows that its footer names");
    test::require(read->volume.size() == read->size(), "columns are of one length");
    return 0;
}
