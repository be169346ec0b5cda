"""The workbench: a local web application over one case. It calls casework and nothing else computes anything here."""

from zopa.workbench.app import create_app
from zopa.workbench.safety import Access
from zopa.workbench.serving import Place, serve
from zopa.workbench.workspace import Workspace

__all__ = ["Access", "Place", "Workspace", "create_app", "serve"]
