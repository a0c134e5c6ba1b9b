"""Press: what was published, whose words with what consent, and notes to the press."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


class PressItem(Record):
    """Something published about a campaign: which outlet, who wrote it, where it can be read."""

    class Kind(models.TextChoices):
        ARTICLE = "article", _("article")
        BLOG = "blog", _("blog post")
        BROADCAST = "broadcast", _("radio or television")
        VIDEO = "video", _("video")
        LETTER = "letter", _("letter to the editor")

    labels = label(
        content="title outlet author author_roles",
        operational="campaign kind url on is_ours added_by added_at",
        kept="title outlet author author_roles",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    title = models.CharField(_("title"), max_length=200)
    outlet = models.CharField(_("outlet"), max_length=120)
    author = models.CharField(_("author"), max_length=120, blank=True)
    author_roles = models.CharField(_("the author's roles"), max_length=200, blank=True)
    is_ours = models.BooleanField(_("written by one of us"), default=False)
    url = models.URLField(_("link"), max_length=300, blank=True)
    on = models.DateField(_("published on"))
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCampaignQuerySet["PressItem"].as_manager()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return self.title


class PressQuote(Record):
    """Words of somebody in a press item or note: of a story by consent, or of a person who agreed, when and how."""

    labels = label(
        identity="named_as",
        content="words agreed_how",
        operational="campaign item note person story agreed_on withdrawn_at added_by added_at",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(PressItem, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    note = models.ForeignKey("campaigns.PressNote", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    story = models.ForeignKey("listening.Story", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    named_as = models.CharField(_("named as"), max_length=120)
    words = models.CharField(_("their words"), max_length=600)
    agreed_on = models.DateField(_("agreed on"))
    agreed_how = models.CharField(_("how they agreed"), max_length=200)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCampaignQuerySet["PressQuote"].as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="a_quotation_stands_in_one",
                condition=Q(item__isnull=False, note=None) | Q(item=None, note__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"quotation {self.pk}"


class PressNote(Record):
    """A note to the press, with the facts filled in from the records, an embargo and our named contact."""

    labels = label(
        content="headline words",
        operational="campaign step event contact embargo_until released_at written_by written_at withdrawn_at",
        kept="headline words",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    step = models.ForeignKey("campaigns.LadderStep", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    event = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    headline = models.CharField(_("headline"), max_length=160)
    words = models.TextField(_("the note"), max_length=6_000)
    contact = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("contact")
    )
    embargo_until = models.DateTimeField(_("not before"), null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    objects = OfCampaignQuerySet["PressNote"].as_manager()

    class Meta:
        ordering = ["-written_at", "-id"]

    def __str__(self) -> str:
        return self.headline
