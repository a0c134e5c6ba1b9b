"""A concern: something a person said hurts, in their words, and where it was said."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account, Group
from m4c.people.sight import within


class ConcernQuerySet(models.QuerySet["Concern"]):
    """Which concerns."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups, those one wrote down oneself, and those said at one's own house meetings; never of
        somebody kept safe.
        """
        return self.with_struck(account).filter(struck_at=None)

    def with_struck(self, account: Account) -> Self:
        """The same and those that were struck, for where they may be put back."""
        seen = account.sight.of_group("group", SEE_LISTENING) | Q(noted_by=account.pk)
        if account.person_id:
            seen |= Q(house_meeting__host=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))

    def of_group(self, group: Group) -> Self:
        """Those of the group and of the groups below it."""
        return self.filter(within("group__path", group))

    def uncoded(self) -> Self:
        """Those under no theme yet, the earliest first."""
        return self.filter(theme=None).order_by("said_on", "pk")


class Concern(Record):
    """What was said, by whom or by nobody named, how strongly, and whether the words may be quoted.

    At most one of `one_to_one`, `house_meeting` and `questionnaire` says where; none for a line of a file that asks
    for no consent. A concern of nobody named is one voice by itself, unless its questionnaire says that one voice said
    several.
    """

    class Strength(models.IntegerChoices):
        MENTIONED = 1, _("mentioned")
        MATTERS = 2, _("matters to them")
        BURNS = 3, _("burns")

    labels = label(
        content="words place",
        contact="postcode",
        # How strongly they feel it is part of what they said: no audit entry tells it. It stays counted without them.
        special="strength",
        operational="group campaign one_to_one house_meeting questionnaire person said_on may_quote ward "
        "theme theme_since noted_by made_at struck_at",
        kept="strength",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "listening.ListeningCampaign", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    one_to_one = models.ForeignKey(
        "listening.OneToOne", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    house_meeting = models.ForeignKey(
        "listening.HouseMeeting", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    questionnaire = models.ForeignKey(
        "listening.Questionnaire", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    person = models.ForeignKey(
        "people.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who said it"),
    )
    words = models.CharField(_("what they said"), max_length=500)
    strength = models.PositiveSmallIntegerField(_("how strongly"), choices=Strength, null=True, blank=True)
    may_quote = models.BooleanField(_("we may quote it, without a name"), default=False)
    said_on = models.DateField(_("on"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    ward = models.ForeignKey("places.Area", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    theme = models.ForeignKey("listening.Theme", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    theme_since = models.DateTimeField(null=True, blank=True)
    noted_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    struck_at = models.DateTimeField(null=True, blank=True)  # taken back by whoever wrote it down, or said it

    objects = ConcernQuerySet.as_manager()

    class Meta:
        ordering = ["said_on", "id"]
        constraints = [
            models.CheckConstraint(name="a_concern_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="a_concern_was_said_in_one_place",
                condition=Q(one_to_one=None, house_meeting=None)
                | Q(one_to_one=None, questionnaire=None)
                | Q(house_meeting=None, questionnaire=None),
            ),
            models.CheckConstraint(
                name="a_theme_is_of_some_time", condition=Q(theme=None) | Q(theme_since__isnull=False)
            ),
        ]
        indexes = [
            models.Index(fields=["campaign", "theme", "said_on", "id"], name="concerns_of_a_campaign"),
            models.Index(fields=["group", "said_on"], name="concerns_of_a_group"),
            models.Index(F("person"), name="concerns_of_somebody"),
        ]

    def __str__(self) -> str:
        return f"concern {self.pk}"
