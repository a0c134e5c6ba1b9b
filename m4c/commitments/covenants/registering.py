"""What others read of covenants and affiliations."""


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands elsewhere."""
