#pragma once

#include <exception>
#include <string>

#include <arrow/status.h>
#include <arrow/util/io_util.h>
#include <fmt/format.h>
#include <parquet/exception.h>

#include "ct/core/result.hpp"

namespace ct::storage {

/// What Arrow says of a file that cannot be read: the system's refusal, or wrong content.
inline tl::unexpected<Error> arrow_error(const std::string& name, const arrow::Status& status) {
    if (arrow::internal::ErrnoFromStatus(status) != 0) {
        return fail(ErrorCode::kReadFailed, fmt::format("cannot read {}: {}", name, status.message()));
    }
    return fail(ErrorCode::kInvalidData, fmt::format("{} is damaged: {}", name, status.message()));
}

/// Calls what may throw one of Arrow's exceptions and turns it into an error.
template <class Call>
auto guarded(const std::string& name, const Call& call) -> decltype(call()) {
    try {
        return call();
    } catch (const parquet::ParquetStatusException& error) {
        return arrow_error(name, error.status());
    } catch (const std::exception& error) {
        return fail(ErrorCode::kInvalidData, fmt::format("{} is damaged: {}", name, error.what()));
    }
}

}  // namespace ct::storage
