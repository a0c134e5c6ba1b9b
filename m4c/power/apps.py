"""The power app."""

from django.apps import AppConfig


class PowerConfig(AppConfig):
    """Powerholders, their offices and what is on record of them."""

    name = "m4c.power"
    label = "power"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what others read of this app."""
        from m4c.power.loading import registering as loading
        from m4c.power.record import registering as record

        loading.register()
        record.register()
