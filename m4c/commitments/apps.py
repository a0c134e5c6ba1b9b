"""The commitments app."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    """Wins, and what was promised."""

    name = "m4c.commitments"
    label = "commitments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what others read of this app."""
        from m4c.commitments.wins import registering as wins

        wins.register()
