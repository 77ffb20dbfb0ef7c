#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace ct {

/// What kind of expected failure happened. Programs decide by code, people read the message.
enum class ErrorCode : std::uint8_t {
    kInvalidArgument,  ///< an option, parameter or call argument is wrong
    kInvalidData,      ///< the content of a file or stream is wrong
    kNotFound,         ///< a file, symbol, strategy or range does not exist
    kUnsupported,      ///< a valid wish that this mode or source cannot serve
    kOverflow,         ///< an exact number does not fit
    kReadFailed,       ///< the system refused a read
    kWriteFailed,      ///< the system refused a write
    kStrategyFailed,   ///< a user's strategy raised an error
    kInterrupted,      ///< the user stopped the run
    kInternal,         ///< a bug of this program, caught by a check
};

/// The stable name of a code, such as "invalid_data".
const char* error_code_name(ErrorCode code);

/// An expected failure: a code and one sentence saying what was expected, what was there, and where.
struct Error {
    ErrorCode code = ErrorCode::kInvalidArgument;
    std::string message;
};

/// A value or an Error. Bugs are assertions; a business "no" (a rejected order) is data, not an Error.
template <class T>
using Result = tl::expected<T, Error>;

/// Makes the failed half of a Result: `return fail(ErrorCode::kNotFound, "no such file: x");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
    return tl::make_unexpected(Error{code, std::move(message)});
}

/// Passes on the error of another Result.
template <class T>
[[nodiscard]] tl::unexpected<Error> fail(const Result<T>& failed) {
    return tl::make_unexpected(failed.error());
}

}  // namespace ct
