"""Whether a file lies on a network share, where SQLite's locks cannot be relied on."""

from __future__ import annotations

import re
from pathlib import Path

SHARES = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "lustre", "beegfs", "davfs")
)
"""Kinds of file systems that other computers share."""

MOUNTS = Path("/proc/self/mountinfo")


def network_share(path: Path, mounts: str | None = None) -> str | None:
    """The kind of network share a path lies on (``nfs4``, ``fuse.sshfs``); None for a local disk, or if nothing tells.

    ``mounts`` is the text of Linux's /proc/self/mountinfo (proc(5)); left out, it is read. Other systems have none.
    """
    if mounts is None:
        try:
            mounts = MOUNTS.read_text("utf-8", "surrogateescape")
        except OSError:
            return None
    where, found = path.absolute(), (-1, "")
    for line in mounts.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if not dash or len(fields) < 5:
            continue
        point = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4]))
        if where.is_relative_to(point) and len(point.parts) >= found[0]:
            found = (len(point.parts), after.split(" ")[0])
    return (
        found[1] if found[1] in SHARES or found[1].startswith(("fuse.sshfs", "fuse.rclone", "fuse.gluster")) else None
    )
