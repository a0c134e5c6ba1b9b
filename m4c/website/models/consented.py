"""What somebody agreed to about their own story: the fields, and what happens to its pages when they take it back."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.models import Revision

from m4c.website.models.page import SitePage
from m4c.website.story_form import StoryForm

CONSENT_FIELDS = "consent_level consent_wording consent_on approved_on consent_lowered_on is_under_18"


class ConsentedPage(SitePage):
    """A page that is somebody's own story: it is public only as far as its teller agreed (story_consent.py)."""

    base_form_class = StoryForm

    class ConsentLevel(models.IntegerChoices):
        NOWHERE = 0, _("nowhere any more: they took it back")
        LISTENER = 1, _("whoever listened, alone")
        TEAM = 2, _("the team alone")
        INSIDE = 3, _("inside the movement, without a name")
        NAMELESS = 4, _("in public, without a name")
        FIRST_NAME = 5, _("in public, with a first name")
        NAME_AND_PICTURE = 6, _("in public, with full name and picture")
        PRESS = 7, _("in public, and the press may ask for them")

    consent_level = models.PositiveSmallIntegerField(
        _("what they agreed to"),
        choices=ConsentLevel,
        null=True,
        blank=True,
        help_text=_("Below “in public”, the story leaves the site in every language as soon as this is saved."),
    )
    consent_wording = models.TextField(_("in which words they were asked"), max_length=1000, blank=True)
    consent_on = models.DateField(_("when they agreed"), null=True, blank=True)
    approved_on = models.DateField(
        _("when they approved this very text"),
        null=True,
        blank=True,
        help_text=_("They must have read it as it stands here, in this language."),
    )
    consent_lowered_on = models.DateField(null=True, blank=True, editable=False)
    is_under_18 = models.BooleanField(_("the teller is under 18"), default=False)
    parent_agreed = models.CharField(
        _("how a parent or guardian agreed"),
        max_length=200,
        blank=True,
        help_text=_("Of somebody under 18: who said yes besides them, when and how. Shown nowhere."),
    )

    consent_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [
                FieldPanel("consent_level"),
                FieldPanel("consent_wording"),
                FieldPanel("consent_on"),
                FieldPanel("approved_on"),
                FieldPanel("is_under_18"),
                FieldPanel("parent_agreed"),
            ],
            heading=_("What they agreed to"),
        )
    ]

    class Meta:
        abstract = True

    def get_admin_display_title(self) -> str:
        """The title as editors see it in lists, with what was agreed to."""
        agreed = self.get_consent_level_display() if self.consent_level is not None else _("not agreed yet")
        return f"{super().get_admin_display_title()} ({agreed})"

    def check_may_be_public(self) -> None:
        """Raise Refused unless the teller agreed to what the page says and shows."""
        from m4c.website.story_consent import check_may_be_public  # the rule reads this model

        super().check_may_be_public()
        check_may_be_public(self)

    def lowered_on(self) -> date | None:
        """When the teller last took back what they had agreed to, as the database knows it: drafts may not."""
        found: date | None = type(self).objects.filter(pk=self.pk).values_list("consent_lowered_on", flat=True).first()
        return found

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as any page, keeping the day of the last lowering, which older drafts do not know. Raises Refused."""
        if self.pk and kwargs.get("update_fields") is None:
            self.consent_lowered_on = self.lowered_on() or self.consent_lowered_on
        super().save(*args, **kwargs)

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Keep a draft, as Wagtail does; one in which the teller agrees to less takes the story off at once."""
        from m4c.website.story_consent import allows_public

        revision = super().save_revision(*args, **kwargs)
        if self.consent_level is not None and not allows_public(self.consent_level):
            self.take_back(kwargs.get("user"))
        return revision

    def take_back(self, user: Any) -> None:
        """Unpublish the story in every language, with what is scheduled, and write down in each what is agreed now."""
        from m4c.website.story_consent import PUBLIC_FROM

        stories = type(self).objects.filter(translation_key=self.translation_key)
        for story in stories.order_by("pk"):
            was_agreed = story.live or story.revisions.filter(content__consent_level__gte=PUBLIC_FROM).exists()
            story.unpublish(user=user)
            story.revisions.update(approved_go_live_at=None)
            lowered_on = timezone.localdate() if was_agreed else story.consent_lowered_on
            stories.filter(pk=story.pk).update(consent_level=self.consent_level, consent_lowered_on=lowered_on)
            if story.pk != self.pk and story.get_latest_revision():
                lower_draft(story.get_latest_revision(), self.consent_level)


def lower_draft(revision: Revision, level: int | None) -> None:
    """Have a draft in another language say what is agreed now."""
    revision.content = {**revision.content, "consent_level": level}
    revision.save(update_fields=["content"])
