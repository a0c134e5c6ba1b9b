"""The outreach app."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """What groups tell their people."""

    name = "m4c.outreach"
    label = "outreach"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what others read of this app: where it stands, its panel, and what becomes of its rows."""
        from m4c.core.demo import CHAPTERS, Chapter
        from m4c.outreach import access_sources, erasers, merge_steps, navigation, panels, today

        access_sources.register()
        erasers.register()
        merge_steps.register()
        navigation.register()
        panels.register()
        today.register()
        CHAPTERS.add("outreach", Chapter(99, "m4c.outreach.demo.tell"))
