"""What of turnout others read: the kind of sheet that may be brought in."""

from m4c.events.turnout import sheet


def register() -> None:
    """Register it all."""
    sheet.register()
