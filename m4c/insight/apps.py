"""The insight app."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Period reports."""

    name = "m4c.insight"
    label = "insight"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what core reads back: this app's place in the navigation."""
        from m4c.insight import navigation

        navigation.register()
