"""What others read of the public pages of commitments."""


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands elsewhere."""
