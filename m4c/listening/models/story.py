"""A story: first-person testimony, and how far its teller lets it go."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.pages import beyond
from m4c.listening.permissions import SEE_STORIES
from m4c.people.models import Account


class Level(models.IntegerChoices):
    """How far a teller lets their story go (domain.md, C5). Raising needs the teller; lowering needs nobody."""

    NOWHERE = 0, _("do not record it")
    LISTENER = 1, _("whoever listened, alone")
    TEAM = 2, _("the team alone")
    INSIDE = 3, _("inside the movement, without a name")
    NAMELESS = 4, _("in public, without a name")
    FIRST_NAME = 5, _("in public, with a first name")
    NAME_AND_PICTURE = 6, _("in public, with full name and picture")
    PRESS = 7, _("in public, and the press may ask for them")


class Use(models.TextChoices):
    """What a story is used for; each is agreed to by itself."""

    KEPT = "kept", _("written down, and kept by us")
    MEETING = "meeting", _("told at a meeting")
    WEBSITE = "website", _("on our website")
    PRINT = "print", _("in print: leaflets, letters, cards")
    REPORT = "report", _("quoted in a report")
    PRESS = "press", _("given to the press")


class StoryQuerySet(models.QuerySet["Story"]):
    """Which stories."""

    def visible_to(self, account: Account) -> Self:
        """One's own; those one listened to; those agreed for the team, of one's groups. Never of somebody kept safe."""
        team = account.sight.of_group("group", SEE_STORIES) & Q(level__gte=Level.TEAM)
        seen = team | Q(listener=account.pk)
        if account.person_id:
            seen |= Q(teller=account.person_id)
        return self.filter(seen, account.sight.unless_protected("teller"), teller__erased_at=None)

    def told_to(self, account: Account) -> Self:
        """Those that this account listened to."""
        return self.filter(listener=account.pk)

    def after(self, story: "Story") -> Self:
        """Those that come after this one in the order of lists."""
        return self.filter(beyond(story, "-told_on"))

    def before(self, story: "Story") -> Self:
        """Those that come before this one in the order of lists."""
        return self.filter(beyond(story, "told_on"))


class Story(Record):
    """Somebody's own story in their words. `level` is the highest that stands for any use; 0 keeps no words."""

    labels = label(
        content="title words parent_agreed",
        operational="group teller listener told_on one_to_one house_meeting level disguised_at approved_at "
        "link_hash approval_hash approval_sent_at taken_back_at made_at changed_at",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    teller = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("teller"))
    listener = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField(_("told on"))
    one_to_one = models.ForeignKey(
        "listening.OneToOne", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    house_meeting = models.ForeignKey(
        "listening.HouseMeeting", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    title = models.CharField(_("what it is about"), max_length=120)
    words = models.TextField(_("the story, in their words"), max_length=20_000, blank=True)
    level = models.PositiveSmallIntegerField(_("how far it may go"), choices=Level, default=Level.LISTENER)
    # Of somebody under 18: who said yes besides them, when and how. Without it nothing of theirs is shown.
    parent_agreed = models.CharField(_("how a parent or guardian agreed"), max_length=200, blank=True)
    # Somebody looked through the words for third persons and disguised them; asked for from level 3 up.
    disguised_at = models.DateTimeField(null=True, blank=True)
    # The teller read the final words by their link and said yes to these very ones; other words need another yes.
    approved_at = models.DateTimeField(null=True, blank=True)
    link_hash = models.CharField(max_length=64, blank=True)  # of the secret by which the teller reads and answers
    approval_hash = models.CharField(max_length=64, blank=True)
    approval_sent_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField()

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["-told_on", "-id"]
        verbose_name_plural = "stories"
        constraints = [
            models.CheckConstraint(name="nothing_is_kept_at_level_0", condition=Q(level__gt=0) | Q(words="")),
            models.CheckConstraint(
                name="a_story_taken_back_goes_nowhere", condition=Q(taken_back_at=None) | Q(level=0)
            ),
        ]
        indexes = [
            models.Index(fields=["group", "-told_on"], name="stories_of_a_group"),
            models.Index(fields=["teller"], name="stories_of_a_teller"),
        ]

    def __str__(self) -> str:
        return f"story {self.pk}"
