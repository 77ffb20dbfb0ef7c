#include <string>
#include <vector>

#include "cracktrader/cli.hpp"

int main(int argc, char** argv) {
    const std::vector<std::string> args(argv + 1, argv + argc);
    return ct::cli::run(args, {});
}
