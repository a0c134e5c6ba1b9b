"""What a story's teller agreed to, who asked them to tell, the card that is shown, and where the story was used."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.listening.models.story import Level, Story, Use
from m4c.people.models import Account, Person


class StoryPartQuerySet(models.QuerySet[Any]):
    """Which rows of a story: those of the stories that the account sees."""

    def visible_to(self, account: Account) -> Self:
        """Those of stories that the account sees."""
        return self.filter(story__in=Story.objects.visible_to(account))


class StoryConsent(Record):
    """What the teller agreed to for one use, in which words, until when. The newest of a use holds."""

    labels = label(content="wording how", operational="story use level given_on expires_on withdrawn_at by made_at")
    scope = "story__group__path"

    story = models.ForeignKey("listening.Story", on_delete=models.CASCADE, related_name="+")
    use = models.CharField(_("for what"), max_length=8, choices=Use)
    level = models.PositiveSmallIntegerField(_("how far"), choices=Level)
    wording = models.TextField(_("in which words they were asked"), max_length=1_000)
    how = models.CharField(_("how they said it"), max_length=120, blank=True)
    given_on = models.DateField(_("on"))
    expires_on = models.DateField(_("until"))  # 12 months on, unless the teller renews it
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()  # from level 3 on it holds once the teller said yes to the words after that

    objects = StoryPartQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="story_consent_ends_after_it_begins", condition=Q(expires_on__gte=F("given_on"))
            ),
            models.UniqueConstraint(
                fields=["story", "use"], condition=Q(withdrawn_at=None), name="one_consent_of_a_use_stands"
            ),
        ]
        indexes = [models.Index(fields=["story", "use", "-id"], name="consents_of_a_story")]

    def __str__(self) -> str:
        return f"consent {self.pk}"


class StoryAskQuerySet(models.QuerySet["StoryAsk"]):
    """Which times that somebody was asked."""

    def visible_to(self, account: Account) -> Self:
        """Those of people whom the account sees."""
        return self.filter(person__in=Person.objects.visible_to(account))


class StoryAsk(models.Model):
    """That somebody was asked to tell their story, by whom and when, and what they said to being asked."""

    class Said(models.TextChoices):
        YES = "yes", _("yes")
        NOT_NOW = "not_now", _("not now")
        NEVER = "never", _("do not ask me again")

    labels = label(special="said", operational="person by at")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    said = models.CharField(_("what they said"), max_length=8, choices=Said, blank=True)

    objects = StoryAskQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["person", "-at"], name="who_was_asked_for_a_story")]

    def __str__(self) -> str:
        return f"asked {self.at:%Y-%m-%d}"


class SpeakerCard(Record):
    """The only thing of a story that is printed or shown: the name they chose, a line on who they are, a quotation."""

    labels = label(identity="name", content="line quotation", operational="story use made_by made_at ended_at")
    scope = "story__group__path"

    story = models.ForeignKey("listening.Story", on_delete=models.CASCADE, related_name="+")
    use = models.CharField(_("for what"), max_length=8, choices=Use)
    name = models.CharField(_("the name they choose"), max_length=80, blank=True)
    line = models.CharField(_("who they are, in a line"), max_length=160, blank=True)
    quotation = models.TextField(_("quotation"), max_length=600)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = StoryPartQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"speaker's card {self.pk}"


class StoryUsed(Record):
    """Where a story was used: what is printed or spoken cannot be recalled, and is listed when consent is lowered."""

    labels = label(content="where", operational="story card use used_on can_be_recalled by ended_at")
    scope = "story__group__path"

    story = models.ForeignKey("listening.Story", on_delete=models.CASCADE, related_name="+")
    card = models.ForeignKey(
        "listening.SpeakerCard", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    use = models.CharField(_("for what"), max_length=8, choices=Use)
    where = models.CharField(_("where"), max_length=200)
    used_on = models.DateField(_("on"))
    can_be_recalled = models.BooleanField(_("it can still be taken back"), default=False)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = StoryPartQuerySet.as_manager()

    class Meta:
        ordering = ["-used_on", "-id"]

    def __str__(self) -> str:
        return f"use {self.pk}"
