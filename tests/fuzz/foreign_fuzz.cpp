// Parquet and Arrow files and Arrow streams of any writer.

#include <cstddef>
#include <cstdint>

#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

#include "ct/core/result.hpp"
#include "ct/storage/columnar.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace ct;
    const auto library = storage::columnar();
    test::require(library.has_value(), "the columnar library is there");
    const int file = ::memfd_create("fuzz", MFD_CLOEXEC);
    test::require(file >= 0 && ::write(file, bytes, size) == static_cast<ssize_t>(size), "a file in memory is written");
    const auto read = (*library)->read_foreign(file, "x", true);
    if (!read) {
        test::require(!read.error().message.empty(), "an error says something");
        return 0;
    }
    test::require(read->bars.size() > 0 && read->bars.volume.size() == read->bars.size(), "columns are of one length");
    return 0;
}
