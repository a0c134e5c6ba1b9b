"""The people app."""

from django.apps import AppConfig

from m4c.core.demo import CHAPTERS, Chapter


class PeopleConfig(AppConfig):
    """People, groups, accounts and the ledger."""

    name = "m4c.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register this app's part of the ledger, its places, panels, search, chapters of the demo, and its cast."""
        from m4c.people import demo_cast, first_meetings, group_search, navigation, panels, search, timeline

        demo_cast.register()
        first_meetings.register()
        group_search.register()
        navigation.register()
        panels.register()
        search.register()
        timeline.register()
        CHAPTERS.add("people", Chapter(10, "m4c.people.demo.tell"))
        CHAPTERS.add("front desk", Chapter(90, "m4c.people.demo_desk.tell"))
