"""The command line."""

from collections.abc import Sequence

def main(args: Sequence[str]) -> int:
    """Runs the command line and returns the exit code. args: those after the program's name."""
