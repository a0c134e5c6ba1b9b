"""What others read of the escalation ladder, truces, standing down and paper petitions."""


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
