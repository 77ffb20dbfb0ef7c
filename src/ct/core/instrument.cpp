#include "ct/core/instrument.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/money.hpp"
#include "ct/core/result.hpp"

namespace ct {

Result<Instrument> Instrument::make(std::string_view symbol, const Scale& scale) {
    // What follows a colon names the asset a derivative is settled in, and its expiry.
    const auto colon = symbol.find(':');
    const auto pair = symbol.substr(0, colon);
    const auto slash = pair.find('/');
    const auto base = pair.substr(0, slash);
    const auto quote = slash == std::string_view::npos ? std::string_view() : pair.substr(slash + 1);
    if (base.empty() || quote.empty() || quote.find('/') != std::string_view::npos || colon == symbol.size() - 1) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("symbol '{}' is not of the form BASE/QUOTE, such as BTC/USDT", symbol));
    }
    return Instrument{std::string(symbol), std::string(base), std::string(quote), scale};
}

}  // namespace ct
