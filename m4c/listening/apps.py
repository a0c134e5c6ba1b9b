"""The listening app."""

from django.apps import AppConfig

from m4c.core.demo import CHAPTERS, Chapter


class ListeningConfig(AppConfig):
    """1-2-1s and house meetings."""

    name = "m4c.listening"
    label = "listening"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what others read of this app: ledger, places and panels, conversation logs, the demo's chapter."""
        from m4c.listening import (
            access_sources,
            beginnings,
            calendar_entries,
            chart,
            conversation_log,
            erasers,
            event_timeline,
            group_merge_steps,
            handing_over,
            keeping,
            ledger,
            ledger_words,
            merge_steps,
            navigation,
            panels,
        )
        from m4c.listening.campaigns import registering as campaigns
        from m4c.listening.campaigns import sheet
        from m4c.listening.deciding import registering as deciding
        from m4c.listening.stories import registering as stories
        from m4c.listening.themes import registering as themes

        access_sources.register()
        chart.register()
        erasers.register()
        handing_over.register()
        keeping.register()
        ledger.register()
        navigation.register()
        panels.register()
        ledger_words.register()
        beginnings.register()
        calendar_entries.register()
        group_merge_steps.register()
        merge_steps.register()
        event_timeline.register()
        conversation_log.register()
        deciding.register()
        stories.register()
        themes.register()
        campaigns.register()
        sheet.register()
        CHAPTERS.add("listening", Chapter(30, "m4c.listening.demo.tell"))
        CHAPTERS.add("rounds", Chapter(93, "m4c.listening.rounds.demo.tell"))
