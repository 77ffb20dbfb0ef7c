"""cracktrader_fast with its indicators alone: the package's __init__.py while they are fuzzed."""

from . import _core, stream
from ._errors import InvalidArgument, NotFound

__all__ = ["InvalidArgument", "NotFound", "stream"]


def __getattr__(name: str) -> object:
    if name.startswith("_"):
        raise AttributeError(name)
    return _core.indicator(name)
