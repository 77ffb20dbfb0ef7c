"""Slow definitions of every indicator, to compare the fast ones with.

Each says in plain Python, over lists, what the literature says, row by row and window by window: sums by math.fsum,
nothing carried along that the definition does not carry. A function takes the inputs and the parameters of its
indicator (choices by name) and returns its lines; NaN stands before the first full result. Indicators that pass over
missing rows are given series without any.
"""

from importlib import import_module
from pkgutil import iter_modules

from .series import REFERENCES

for family in iter_modules(__path__):
    import_module(f".{family.name}", __name__)

__all__ = ["REFERENCES"]
