#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "ct/data/bar_history.hpp"

namespace ct::data {

/// Readers of one history, each of which gives all its bars at a pace of its own. What lies in memory stays where it
/// is; of anything else the rows are kept that one reader has had and another has not. Borrows the history, which must
/// not be read yet and by nobody else.
std::vector<std::unique_ptr<BarHistory>> share(BarHistory& history, std::size_t readers);

}  // namespace ct::data
