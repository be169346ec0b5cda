"""The walk: new, read, review, settle, brief. The only room that wires the others."""
