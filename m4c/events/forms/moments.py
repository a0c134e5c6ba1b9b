"""Days and hours as forms give them, on the movement's own clock."""

from datetime import date, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from m4c.events.planning.clock import at, is_on_the_clock

__all__ = ["at", "check_hour"]


def check_hour(day: date, hour: time) -> None:
    """Raise ValidationError for the hour over which the clocks go forward on that day."""
    if not is_on_the_clock(day, hour):
        sentence = _("The clocks go forward that night: there is no {hour}.")
        raise ValidationError(sentence.format(hour=f"{hour:%H:%M}"))
