"""JSON that is the same for the same value, which makes it fit for comparing and hashing."""

from __future__ import annotations

import json


def canonical_json(value: object) -> str:
    """JSON that is the same for the same value: sorted keys, no spaces, ASCII only."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
