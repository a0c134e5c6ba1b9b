"""Supporters' letters and calls to decision-makers: in their own words, counted, with what they were answered."""

from typing import Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.sign_in_link import hash_of


class LetterDriveQuerySet(OfCampaignQuerySet["LetterDrive"]):
    """Which calls."""

    def with_counts(self) -> Self:
        """With how many say that theirs went, how many were answered, and the decision-maker."""
        letters = SupporterLetter.objects.filter(drive=OuterRef("pk")).order_by().values("drive")
        went = letters.filter(sent_on__isnull=False).annotate(number=Count("pk")).values("number")
        answered = letters.exclude(answer="").annotate(number=Count("pk")).values("number")
        counted = {"went": Coalesce(Subquery(went), 0), "answered": Coalesce(Subquery(answered), 0)}
        return self.select_related("powerholder").annotate(**counted)


class LetterDrive(Record):
    """A call to write or ring: to one decision-maker, or to whoever holds an office where the supporter lives."""

    class Means(models.TextChoices):
        LETTER = "letter", _("letters and e-mails")
        CALL = "call", _("calls")

    labels = label(
        content="title ask points office_name",
        operational="campaign means powerholder slug opened_at closed_at made_by made_at",
        kept="title ask points office_name",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    means = models.CharField(_("how"), max_length=6, choices=Means, default=Means.LETTER)
    title = models.CharField(_("title"), max_length=120)
    ask = models.CharField(_("what to ask for"), max_length=300)
    points = models.TextField(_("what helps to say it in one's own words"), max_length=2_000, blank=True)
    powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # or the office of that name for the supporter's own area, found by their postcode
    office_name = models.CharField(_("office, found by postcode"), max_length=120, blank=True)
    slug = models.SlugField(max_length=80, unique=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = LetterDriveQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="a_drive_is_to_somebody",
                condition=Q(powerholder__isnull=False, office_name="") | (Q(powerholder=None) & ~Q(office_name="")),
            ),
            models.CheckConstraint(
                name="a_drive_closes_after_it_opens", condition=Q(closed_at=None) | Q(opened_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether supporters may take part."""
        return self.opened_at is not None and self.closed_at is None


class SupporterLetterQuerySet(OfCampaignQuerySet["SupporterLetter"]):
    """Which letters."""

    def of_token(self, token: str) -> Self:
        """The one letter of this secret, or none."""
        return self.filter(token_hash=hash_of(token))

    def after(self, letter: "SupporterLetter") -> Self:
        """Those that come after this one where the latest stands first."""
        return self.filter(pk__lt=letter.pk)

    def before(self, letter: "SupporterLetter") -> Self:
        """Those that come before this one there."""
        return self.filter(pk__gt=letter.pk)


class SupporterLetter(Record):
    """One supporter's letter or call, without a name: to whom, whether it went, and what they were answered.

    Their words are kept only where they let the campaign read them; whose they are is kept nowhere.
    """

    labels = label(
        content="words answer",
        operational="campaign drive powerholder sent_on answered_on answer_may_be_shared_at shown_at shown_by "
        "token_hash made_at",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    drive = models.ForeignKey(LetterDrive, on_delete=models.CASCADE, related_name="+")
    powerholder = models.ForeignKey("power.Powerholder", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(_("in their own words"), max_length=4_000, blank=True)
    sent_on = models.DateField(_("sent or rung on"), null=True, blank=True)
    answer = models.TextField(_("what they were answered"), max_length=4_000, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer_may_be_shared_at = models.DateTimeField(null=True, blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)  # once somebody read the answer that may be shared
    shown_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)  # of the link by which its writer comes back
    made_at = models.DateTimeField()

    objects = SupporterLetterQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["drive", "sent_on"], name="letters_of_a_drive")]
        constraints = [
            models.CheckConstraint(
                name="an_answer_to_a_letter_has_its_day",
                condition=Q(answer="") | Q(answered_on__isnull=False),
            ),
            models.CheckConstraint(
                name="an_answer_is_shown_that_may_be_shared",
                condition=Q(shown_at=None, shown_by=None)
                | Q(shown_at__isnull=False, shown_by__isnull=False, answer_may_be_shared_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"letter {self.pk}"
