# ruff: noqa: N818 - the names say what is wrong, as those of the engine do
"""The exceptions of CrackTrader. Each has a `code`, the stable name that the engine and the command line use."""


class CrackTraderError(Exception):
    """An expected failure; its text is one sentence: what was expected, what was there, where."""

    code = "error"


class InvalidArgument(CrackTraderError, ValueError):
    """An option, parameter or call argument is wrong."""

    code = "invalid_argument"


class InvalidData(CrackTraderError, ValueError):
    """The content of a file or of arrays is wrong."""

    code = "invalid_data"


class NotFound(CrackTraderError, LookupError):
    """A file, symbol, strategy or range does not exist."""

    code = "not_found"


class Unsupported(CrackTraderError):
    """A valid wish that this mode or source cannot serve."""

    code = "unsupported"


class Overflow(CrackTraderError, OverflowError):
    """An exact number does not fit."""

    code = "overflow"


class ReadFailed(CrackTraderError, OSError):
    """The system refused a read."""

    code = "read_failed"


class WriteFailed(CrackTraderError, OSError):
    """The system refused a write."""

    code = "write_failed"


class StrategyFailed(CrackTraderError):
    """A native strategy ended the run. What a Python strategy raises arrives as it is."""

    code = "strategy_failed"


class Interrupted(CrackTraderError):
    """The run was stopped from outside. Ctrl-C arrives as KeyboardInterrupt."""

    code = "interrupted"


class Internal(CrackTraderError):
    """A bug of CrackTrader, caught by a check."""

    code = "internal"
