"""`python -m cracktrader ...`: the command line, the same as the program `cracktrader`."""

import sys

from cracktrader_fast._cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
