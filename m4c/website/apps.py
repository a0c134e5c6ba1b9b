"""The website app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebsiteConfig(AppConfig):
    """Public pages."""

    name = "m4c.website"
    label = "website"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make a new movement's site, follow editors' roles, explain words, and answer for Wagtail's rights by name."""
        from m4c.core.demo import CHAPTERS, Chapter
        from m4c.core.permissions import DJANGO_RIGHTS
        from m4c.core.visibility import EVERYWHERE
        from m4c.core.words import WORDS
        from m4c.listening.models.story import Use
        from m4c.listening.stories.followers import STORY_LOWERED, STORY_PRESSES, STORY_SHOWN, Press
        from m4c.people.followers import AGE_SAID, GROUP_CHANGED, MOVEMENT_STARTED, PROTECTED, ROLES_CHANGED
        from m4c.website import access_sources, erasers, event_pictures, merge_steps, panels
        from m4c.website.glossary_terms import TERMS
        from m4c.website.operations import group_merge
        from m4c.website.operations.editors import follow_group, follow_roles, set_up_moderation
        from m4c.website.operations.picture import follow_age, follow_protection
        from m4c.website.operations.site import lay_out
        from m4c.website.operations.story import follow_hidden, follow_story, places_of
        from m4c.website.permissions import EDIT_PAGES, EDIT_WHOLE_SITE

        CHAPTERS.add("website", Chapter(60, "m4c.website.demo.tell"))
        CHAPTERS.add("website.pictures", Chapter(95, "m4c.website.demo.picture_event"))
        panels.register()
        event_pictures.register()
        group_merge.register()
        merge_steps.register()
        access_sources.register()
        erasers.register()
        for term in TERMS:
            WORDS.add(term.key, term.word)
        MOVEMENT_STARTED.add("website", lay_out)
        MOVEMENT_STARTED.add("website.moderation", set_up_moderation)
        ROLES_CHANGED.add("website", follow_roles)
        STORY_LOWERED.add("website", follow_story)
        STORY_SHOWN.add("website", places_of)
        STORY_PRESSES.add("website", Press(_("Put a draft on the website"), "draft-story-page", Use.WEBSITE))
        GROUP_CHANGED.add("website", follow_group)
        PROTECTED.add("website", follow_protection)
        PROTECTED.add("website.stories", follow_hidden)
        AGE_SAID.add("website", follow_age)
        for name in ("wagtailadmin.access_admin", "simple_translation.submit_translation"):
            DJANGO_RIGHTS.add(name, lambda account: account.may_somewhere(EDIT_PAGES))
        for verb in ("add", "change", "delete", "view"):
            DJANGO_RIGHTS.add(
                f"wagtailredirects.{verb}_redirect", lambda account: account.may(EDIT_WHOLE_SITE, EVERYWHERE)
            )
