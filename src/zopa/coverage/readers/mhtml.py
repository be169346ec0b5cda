"""MHTML archives, as browsers save a complete page: a message whose first HTML part is the page."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.coverage.build import Draft, Facts
from zopa.coverage.decoding import decode
from zopa.coverage.page import Unreadable
from zopa.coverage.readers.html import declared_charset, draft_of_page
from zopa.coverage.readers.text import encoding_note

if TYPE_CHECKING:
    from email.message import Message


def read_mhtml(raw: bytes, doc: str, source: str) -> Draft:
    """An .mhtml or .mht file as a draft. Raises Unreadable."""
    if not raw.strip():
        raise Unreadable("ZP101", "the file is empty; save the page again or remove the file")
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    page = _first_part(message, "text/html")
    if page is None:
        raise Unreadable("ZP105", "the archive holds no HTML page; save the page again as MHTML or HTML")
    payload = page.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    html, encoding = decode(content, page.get_content_charset() or declared_charset(content))
    draft = draft_of_page(html, raw, doc, source, encoding_note(encoding))
    return replace(draft, facts=draft.facts.over(_facts_of_archive(message, page)))


def _first_part(message: Message, kind: str) -> Message | None:
    return next((part for part in message.walk() if part.get_content_type() == kind), None)


def _facts_of_archive(message: Message, page: Message) -> Facts:
    """The address the page was saved from. The archive's own date is when it was saved, not when it was published."""
    for header in (message.get("Snapshot-Content-Location"), page.get("Content-Location")):
        address = str(header or "").strip()
        if address.startswith(("http://", "https://")):
            return Facts(url=address)
    return Facts()
