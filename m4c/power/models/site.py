"""A site: an address with its state since a day and its owner, so that how long it stood derelict is computed."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.power.models.public_role import ReferenceQuerySet, exactly_one


class Site(Record):
    """A place with an address that a campaign may be about: a shut shop, a wall, an empty plot."""

    labels = label(
        content="name about address",
        operational="postcode area made_by made_at",
        kept="name about address",
    )

    name = models.CharField(_("name"), max_length=120)
    address = models.CharField(_("address"), max_length=200)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    area = models.ForeignKey("places.Area", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(_("in a sentence"), max_length=300, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ReferenceQuerySet["Site"].as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["name", "address"], name="one_site_of_a_name_at_an_address")]

    def __str__(self) -> str:
        return self.name


class SiteState(Record):
    """What a site was like from a day on, and who says so. It lasts until the next."""

    class State(models.TextChoices):
        DERELICT = "derelict", _("derelict")
        EMPTY = "empty", _("empty")
        IN_USE = "in_use", _("in use")
        PLANNED = "planned", _("plans are in")
        BUILDING = "building", _("being built on")
        CLEARED = "cleared", _("cleared")

    labels = label(content="source", operational="site state since source_url added_by added_at", kept="source")

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("state"), max_length=8, choices=State)
    since = models.DateField(_("since"))
    source = models.CharField(_("who says so"), max_length=160)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = ReferenceQuerySet["SiteState"].as_manager()

    class Meta:
        ordering = ["-since", "-id"]
        constraints = [models.UniqueConstraint(fields=["site", "since"], name="one_state_of_a_site_from_a_day")]

    def __str__(self) -> str:
        return f"{self.state} since {self.since}"


class SiteOwner(Record):
    """Who owned a site over a period: a powerholder or an institution, and who says so."""

    labels = label(
        content="source",
        operational="site powerholder institution since until source_url added_by added_at",
        kept="source",
    )

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    institution = models.ForeignKey(
        "power.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    source = models.CharField(_("who says so"), max_length=160)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = ReferenceQuerySet["SiteOwner"].as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="a_site_is_owned_by_one",
                condition=exactly_one("powerholder", "institution"),
            ),
            models.CheckConstraint(
                name="owning_ends_after_it_starts",
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"owner of site {self.site_id}"
