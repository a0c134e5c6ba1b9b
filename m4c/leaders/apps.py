"""The leaders app."""

from django.apps import AppConfig


class LeadersConfig(AppConfig):
    """Training sessions and conversation pledges."""

    name = "m4c.leaders"
    label = "leaders"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what people reads back: this app's part of the ledger."""
        from m4c.leaders import ledger

        ledger.register()
