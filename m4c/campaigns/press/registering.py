"""What others read of press, the public page and the campaign report."""


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
