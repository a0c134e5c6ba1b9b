"""The access pack: all that is held on somebody, looked through for others' confidences, and its files."""
