"""Find the compiled library and call its functions. Where there is none, every caller does the same with numpy."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

ARGUMENTS: dict[str, type[Any]] = {"n": ctypes.c_int64, "p": ctypes.c_void_p}

SOURCE = Path(__file__).with_name("kernels.c")
LIBRARY = SOURCE.with_suffix(".dll" if sys.platform == "win32" else ".so")


@cache
def load(path: Path = LIBRARY) -> ctypes.CDLL | None:
    """The library, or None where it was not compiled, cannot be loaded, or was compiled from another source."""
    try:
        library = ctypes.CDLL(str(path))
        return library if library.zopa_kernels_version() == crc32(SOURCE.read_bytes()) >> 1 else None
    except (OSError, AttributeError):
        return None


@cache
def function(name: str, signature: str) -> Callable[..., int] | None:
    """A function that answers with a whole number of 64 bits, or None without the library.

    ``signature`` has one letter an argument: ``n`` for a whole number of 64 bits, ``p`` for an address.
    """
    library = load()
    if library is None:
        return None
    prototype = ctypes.CFUNCTYPE(ctypes.c_int64, *(ARGUMENTS[letter] for letter in signature))
    return prototype((name, library))


def address(array: NDArray[Any]) -> int:
    """Where the numbers of an array begin; the array must be contiguous and stay alive during the call."""
    return int(array.__array_interface__["data"][0])
