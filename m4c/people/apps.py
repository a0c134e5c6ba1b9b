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
        from m4c.people import (
            acquaintance,
            belonging_erasers,
            belonging_merge_steps,
            belonging_panels,
            calls_made,
            checks,
            data_panels,
            demo_cast,
            double_panels,
            erasers,
            first_meetings,
            group_erasers,
            group_merge_steps,
            group_search,
            invited,
            keeping,
            merge_steps,
            navigation,
            next_steps,
            panels,
            rights_erasers,
            rights_merge_steps,
            search,
            timeline,
        )
        from m4c.people.access import own as access_sources
        from m4c.people.acting import own as own_actions
        from m4c.people.filters import own, places
        from m4c.people.handing_over import sources
        from m4c.people.imports import people_sheet

        acquaintance.register()
        checks.register()
        access_sources.register()
        belonging_erasers.register()
        belonging_merge_steps.register()
        belonging_panels.register()
        calls_made.register()
        data_panels.register()
        demo_cast.register()
        double_panels.register()
        rights_erasers.register()
        erasers.register()
        keeping.register()
        first_meetings.register()
        group_erasers.register()
        group_merge_steps.register()
        group_search.register()
        invited.register()
        people_sheet.register()
        merge_steps.register()
        rights_merge_steps.register()
        navigation.register()
        next_steps.register()
        panels.register()
        own.register()
        own_actions.register()
        places.register()
        sources.register()
        search.register()
        timeline.register()
        CHAPTERS.add("people", Chapter(10, "m4c.people.demo.tell"))
        CHAPTERS.add("relationships", Chapter(95, "m4c.people.demo_relationships.tell"))
        CHAPTERS.add("what is kept", Chapter(97, "m4c.people.demo_data.tell"))
        CHAPTERS.add("doubles", Chapter(96, "m4c.people.demo_doubles.tell"))
        CHAPTERS.add("own fields", Chapter(97, "m4c.people.demo_own_fields.tell"))
        CHAPTERS.add("groups", Chapter(97, "m4c.people.demo_groups.tell"))
        CHAPTERS.add("lists", Chapter(97, "m4c.people.demo_lists.tell"))
        CHAPTERS.add("rights", Chapter(98, "m4c.people.demo_rights.tell"))
        CHAPTERS.add("belonging", Chapter(94, "m4c.people.demo_belonging.tell"))
        CHAPTERS.add("front desk", Chapter(90, "m4c.people.demo_desk.tell"))
