"""The build step: compile the engine's inner loops where there is a C compiler.

Run by hatchling for wheels and editable installs. Without a compiler, or where it fails, nothing is compiled and the
engine computes the same figures with numpy.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any
from zlib import crc32

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path("src/zopa/settlements/kernels/kernels.c")
OPTIONS = ("-O3", "-std=gnu11", "-fPIC", "-shared", "-ffp-contract=off")
PLAIN = "-DZOPA_PLAIN"
"""Leaves out what only some compilers know: several versions of one function, chosen by the processor at hand."""


class KernelHook(BuildHookInterface):
    """Puts the compiled library beside its source and names the platform in the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and say what was made."""
        library = compile_kernels(Path(self.root))
        if library is None:
            self.app.display_info("no C compiler that works: the engine runs on numpy alone")
            return
        build_data["artifacts"].append(f"/{library.relative_to(self.root).as_posix()}")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"


def compile_kernels(root: Path) -> Path | None:
    """Compile the kernels of the tree at ``root``; the library's path, or None where that cannot be done."""
    source = root / SOURCE
    library = source.with_name("kernels.dll" if sys.platform == "win32" else "kernels.so")
    library.unlink(missing_ok=True)
    version = f"-DZOPA_VERSION={crc32(source.read_bytes()) >> 1}"
    for compiler in _compilers():
        for extra in ((), (PLAIN,)):
            part = library.with_suffix(f".{os.getpid()}")
            command = [*compiler, *OPTIONS, version, *extra, str(source), "-o", str(part)]
            done = subprocess.run(command, capture_output=True, check=False)
            if done.returncode == 0 and part.is_file():
                part.replace(library)
                return library
    return None


def _compilers() -> list[list[str]]:
    """The compilers to try: the one ``CC`` names, and else what is there."""
    named = [shlex.split(os.environ["CC"])] if os.environ.get("CC") else [["cc"], ["gcc"], ["clang"]]
    return [command for command in named if shutil.which(command[0])]
