"""What others read of public tables of office-holders, and who represents whom."""


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
