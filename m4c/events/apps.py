"""The events app."""

from django.apps import AppConfig

from m4c.core.demo import CHAPTERS, Chapter


class EventsConfig(AppConfig):
    """Gatherings, attendance and who brought whom."""

    name = "m4c.events"
    label = "events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what others read of this app: ledger, places, panels and search, the demo's chapter."""
        from m4c.events import (
            access_sources,
            asking_people,
            beginnings,
            chart,
            erasers,
            event_timeline,
            group_merge_steps,
            ledger,
            ledger_words,
            merge_steps,
            navigation,
            panels,
            people_filters,
            search,
        )
        from m4c.events.afterwards import registering as afterwards
        from m4c.events.door import registering as door
        from m4c.events.letters import registering as letters
        from m4c.events.meetings import erasers as meeting_erasers
        from m4c.events.meetings import panels as meeting_panels
        from m4c.events.planning import registering as planning
        from m4c.events.replies import registering as replies
        from m4c.events.turnout import registering as turnout

        access_sources.register()
        chart.register()
        erasers.register()
        ledger.register()
        navigation.register()
        panels.register()
        meeting_erasers.register()
        meeting_panels.register()
        asking_people.register()
        people_filters.register()
        search.register()
        ledger_words.register()
        beginnings.register()
        group_merge_steps.register()
        merge_steps.register()
        planning.register()
        event_timeline.register()
        replies.register()
        letters.register()
        turnout.register()
        door.register()
        afterwards.register()
        CHAPTERS.add("events", Chapter(40, "m4c.events.demo.tell"))
        CHAPTERS.add("events.planning", Chapter(46, "m4c.events.planning.demo.tell"))
        CHAPTERS.add("events.door", Chapter(47, "m4c.events.door.demo.tell"))
        CHAPTERS.add("events.afterwards", Chapter(94, "m4c.events.afterwards.demo.tell"))
        CHAPTERS.add("events.letters", Chapter(49, "m4c.events.letters.demo.tell"))
        CHAPTERS.add("meetings", Chapter(92, "m4c.events.meetings.demo.tell"))
