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
            checks,
            erasers,
            first_meetings,
            merge_steps,
            navigation,
            next_steps,
            panels,
            search,
            timeline,
        )
        from m4c.people.access import own as access_sources
        from m4c.people.acting import calls_made
        from m4c.people.acting import own as own_actions
        from m4c.people.belonging import erasers as belonging_erasers
        from m4c.people.belonging import invited
        from m4c.people.belonging import merge_steps as belonging_merge_steps
        from m4c.people.belonging import panels as belonging_panels
        from m4c.people.demo import cast as demo_cast
        from m4c.people.doubles import panels as double_panels
        from m4c.people.erasure import keeping
        from m4c.people.erasure import panels as data_panels
        from m4c.people.filters import own, places
        from m4c.people.groups import erasers as group_erasers
        from m4c.people.groups import merge_steps as group_merge_steps
        from m4c.people.groups import search as group_search
        from m4c.people.handing_over import sources
        from m4c.people.imports import people_sheet
        from m4c.people.relationships import acquaintance
        from m4c.people.rights import erasers as rights_erasers
        from m4c.people.rights import merge_steps as rights_merge_steps

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
        CHAPTERS.add("people", Chapter(10, "m4c.people.demo.people.tell"))
        CHAPTERS.add("relationships", Chapter(95, "m4c.people.demo.relationships.tell"))
        CHAPTERS.add("what is kept", Chapter(97, "m4c.people.demo.data.tell"))
        CHAPTERS.add("doubles", Chapter(96, "m4c.people.demo.doubles.tell"))
        CHAPTERS.add("own fields", Chapter(97, "m4c.people.demo.own_fields.tell"))
        CHAPTERS.add("groups", Chapter(97, "m4c.people.demo.groups.tell"))
        CHAPTERS.add("lists", Chapter(97, "m4c.people.demo.lists.tell"))
        CHAPTERS.add("rights", Chapter(98, "m4c.people.demo.rights.tell"))
        CHAPTERS.add("belonging", Chapter(94, "m4c.people.demo.belonging.tell"))
        CHAPTERS.add("front desk", Chapter(90, "m4c.people.demo.desk.tell"))
