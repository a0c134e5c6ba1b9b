"""Supporters' letters and calls to decision-makers: in their own words, counted, with what they were answered."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


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

    objects = OfCampaignQuerySet["LetterDrive"].as_manager()

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


class SupporterLetter(Record):
    """One supporter's letter or call: to whom, their own words as far as they left them, and the answer they shared."""

    labels = label(
        identity="name",
        contact="email postcode",
        content="words answer",
        operational="campaign drive powerholder person sent_on answered_on answer_may_be_shared_at token_hash made_at",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    drive = models.ForeignKey(LetterDrive, on_delete=models.CASCADE, related_name="+")
    powerholder = models.ForeignKey("power.Powerholder", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    words = models.TextField(_("in their own words"), max_length=4_000, blank=True)
    sent_on = models.DateField(_("sent or rung on"))
    answer = models.TextField(_("what they were answered"), max_length=4_000, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer_may_be_shared_at = models.DateTimeField(null=True, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)  # of the link by which its writer comes back
    made_at = models.DateTimeField()

    objects = OfCampaignQuerySet["SupporterLetter"].as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["drive", "-made_at"], name="letters_of_a_drive")]

    def __str__(self) -> str:
        return f"letter {self.pk}"
