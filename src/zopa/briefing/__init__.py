"""Briefing: from what was found to what people read, in the terminal, as Markdown, as JSON and as one HTML page."""

from zopa.briefing.briefing import Briefing
from zopa.briefing.build import build_briefing
from zopa.briefing.json_text import render_json
from zopa.briefing.markdown import render_markdown
from zopa.briefing.page import render_html
from zopa.briefing.quote import quote
from zopa.briefing.text import render_text

__all__ = ["Briefing", "build_briefing", "quote", "render_html", "render_json", "render_markdown", "render_text"]
