"""The walk: new, read, settle, brief. The only room that wires the others."""
