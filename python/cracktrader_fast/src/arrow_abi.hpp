#pragma once

#include <cstdint>

/// The structs of the Arrow C data and stream interfaces, as https://arrow.apache.org/docs/format/CDataInterface.html
/// and CStreamInterface.html fix them. Names are those of the standard.
extern "C" {

// NOLINTBEGIN(readability-identifier-naming)
struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};
// NOLINTEND(readability-identifier-naming)

}  // extern "C"

/// Flag of a schema: the column may hold nulls.
inline constexpr std::int64_t kArrowFlagNullable = 2;
