"""What others read of commitments and their terms."""


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands elsewhere."""
