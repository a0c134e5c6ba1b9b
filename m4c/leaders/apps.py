"""The leaders app."""

from django.apps import AppConfig

from m4c.core.demo import CHAPTERS, Chapter


class LeadersConfig(AppConfig):
    """Training sessions and conversation pledges."""

    name = "m4c.leaders"
    label = "leaders"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register this app's part of the ledger, its sign-in sheets, and its chapter of the demo."""
        from m4c.leaders import ledger, signin

        ledger.register()
        signin.register()
        CHAPTERS.add("leaders", Chapter(20, "m4c.leaders.demo.tell"))
