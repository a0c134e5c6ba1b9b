"""The events app."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Gatherings, attendance and who brought whom."""

    name = "m4c.events"
    label = "events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what people reads back: this app's part of the ledger."""
        from m4c.events import ledger

        ledger.register()
