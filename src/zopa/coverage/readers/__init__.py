"""One small module for each kind of file: bytes in, a Draft out. None of them opens a file but the JSONL reader."""
