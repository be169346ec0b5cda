"""MODEL files and foreign model files: read, checked, written."""
