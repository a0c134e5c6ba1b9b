"""The insight app."""

from django.apps import AppConfig

from m4c.core.demo import CHAPTERS, Chapter


class InsightConfig(AppConfig):
    """Period reports."""

    name = "m4c.insight"
    label = "insight"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what core reads back: its place in the navigation, and its chapter of the demo."""
        from m4c.insight import erasers, group_merge_steps, navigation

        group_merge_steps.register()
        erasers.register()
        navigation.register()
        CHAPTERS.add("insight", Chapter(50, "m4c.insight.demo.tell"))
