"""The power app."""

from django.apps import AppConfig


class PowerConfig(AppConfig):
    """Powerholders, their offices and what is on record of them."""

    name = "m4c.power"
    label = "power"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what others read of this app."""
