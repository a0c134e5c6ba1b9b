"""What others read of what comes in and goes out as files."""


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands elsewhere."""
