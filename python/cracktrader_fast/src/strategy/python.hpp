#pragma once

/// What every file of the bindings starts from: Python's headers, nanobind, and the short name for it.

#include <nanobind/nanobind.h>  // IWYU pragma: export
#include <structmember.h>       // IWYU pragma: export

namespace nb = nanobind;
