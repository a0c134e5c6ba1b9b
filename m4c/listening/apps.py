"""The listening app."""

from django.apps import AppConfig


class ListeningConfig(AppConfig):
    """1-2-1s and house meetings."""

    name = "m4c.listening"
    label = "listening"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what people reads back: this app's part of the ledger."""
        from m4c.listening import ledger

        ledger.register()
