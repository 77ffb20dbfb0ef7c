// Run files: the first byte chooses the format of the rest.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ct/config/run_file.hpp"
#include "ct/core/result.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace ct;
    static const std::array<std::string, 3> kFiles = {"x.toml", "x.json", "x.yaml"};
    if (size == 0) return 0;
    const std::string& file = kFiles[bytes[0] % kFiles.size()];
    const auto options = config::parse_run_text(test::text_of(bytes + 1, size - 1), file);
    if (options) {
        for (const auto* const given : {&options->cash, &options->strategy, &options->json, &options->no_cache}) {
            if (*given) test::require((*given)->where.starts_with(file + ":"), "a value knows its place");
            if (*given) test::require(!(*given)->text.empty(), "a value is not empty");
        }
        return 0;
    }
    test::require(options.error().code == ErrorCode::kInvalidArgument, "text is refused as an argument");
    test::require(options.error().message.starts_with(file + ":"), "an error says where");
    return 0;
}
