#include "ct/core/result.hpp"

namespace ct {

const char* error_code_name(ErrorCode code) {
    switch (code) {
        case ErrorCode::kInvalidArgument:
            return "invalid_argument";
        case ErrorCode::kInvalidData:
            return "invalid_data";
        case ErrorCode::kNotFound:
            return "not_found";
        case ErrorCode::kUnsupported:
            return "unsupported";
        case ErrorCode::kOverflow:
            return "overflow";
        case ErrorCode::kReadFailed:
            return "read_failed";
        case ErrorCode::kWriteFailed:
            return "write_failed";
        case ErrorCode::kStrategyFailed:
            return "strategy_failed";
        case ErrorCode::kInterrupted:
            return "interrupted";
        case ErrorCode::kInternal:
            return "internal";
    }
    return "unknown";
}

}  // namespace ct
