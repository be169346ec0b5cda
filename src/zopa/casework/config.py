"""Where zopa keeps what belongs to a person and not to a case."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def config_folder() -> Path:
    """The folder of zopa among the configuration of who runs it (XDG Base Directory; APPDATA on Windows)."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming"
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(base) / "zopa"
