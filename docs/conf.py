"""Sphinx settings."""

from importlib.metadata import version as installed_version

project = "zopa"
author = "The zopa authors"
project_copyright = "2026, The zopa authors"
version = release = installed_version("zopa")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3
nitpicky = False

autodoc_member_order = "bysource"
autodoc_typehints = "signature"

html_theme = "furo"
html_title = "zopa"
