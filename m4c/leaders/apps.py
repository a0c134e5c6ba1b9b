"""The leaders app."""

from django.apps import AppConfig

from m4c.core.demo import CHAPTERS, Chapter


class LeadersConfig(AppConfig):
    """Training sessions and conversation pledges."""

    name = "m4c.leaders"
    label = "leaders"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what others read of this app: ledger, places and panels, sign-in sheets, the demo's chapter."""
        from m4c.leaders import (
            access_sources,
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
            signin,
            today_hosts,
            today_new_for_you,
            today_parts,
            today_private,
            today_stories,
            today_taken_on,
            today_their_steps,
            today_turnout,
            today_visits,
            today_votes,
            today_words,
        )

        access_sources.register()
        chart.register()
        erasers.register()
        ledger.register()
        navigation.register()
        panels.register()
        people_filters.register()
        ledger_words.register()
        group_merge_steps.register()
        merge_steps.register()
        event_timeline.register()
        signin.register()
        today_taken_on.register()
        today_parts.register()
        today_turnout.register()
        today_stories.register()
        today_visits.register()
        today_votes.register()
        today_their_steps.register()
        today_hosts.register()
        today_new_for_you.register()
        today_words.register()
        today_private.register()
        CHAPTERS.add("leaders", Chapter(20, "m4c.leaders.demo.tell"))
