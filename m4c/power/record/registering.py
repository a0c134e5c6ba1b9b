"""What others read of powerholders, their offices and what is on record of them."""


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
