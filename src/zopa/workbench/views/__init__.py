"""The views of the workbench, one module each: ``routes(workspace)`` and ``MENU``."""
