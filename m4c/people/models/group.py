"""A group: local group, region, nation, the movement itself; or a body outside the movement's own tree."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import Sighted
from m4c.people.outline import GroupOutline

SEGMENT = 6  # characters of a path for each level: room for two billion groups in base 36
FEW, MANY = 1 << 9, 1 << 14  # people: a local group's, and more than can be listed one by one (people/sight.py)


class GroupQuerySet(models.QuerySet["Group"]):
    """Which groups."""

    def visible_to(self, account: Sighted) -> Self:
        """All of them: that a group exists is public; who belongs to it is not."""
        return self

    def in_tree(self) -> Self:
        """The movement's own groups, without partner bodies, coalitions and party branches."""
        return self.filter(kind__in=Group.Kind.inside())

    def below(self, group: "Group") -> Self:
        """The group and all groups below it."""
        return self.filter(path__gte=group.path, path__lt=group.path_end)


class Group(Record):
    """A node of the movement's tree, or a body outside it, which has no parent and gives no sight of anyone."""

    class Kind(models.TextChoices):
        MOVEMENT = "movement", _("the movement itself")
        NATION = "nation", _("nation")
        REGION = "region", _("region")
        LOCAL = "local", _("local group")
        TEAM = "team", _("team")
        PARTNER = "partner", _("partner body")
        COALITION = "coalition", _("coalition")
        PARTY = "party", _("party branch")

        @classmethod
        def inside(cls) -> list[str]:
            """Kinds that stand in the movement's own tree."""
            return [cls.MOVEMENT, cls.NATION, cls.REGION, cls.LOCAL, cls.TEAM]

    labels = label(
        operational="name slug kind parent path place postcode latitude longitude head_count founded_on ended_on"
    )
    scope = "path"

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.LOCAL)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Written by make and move only: segments of the ids from the root down, so that "below" is one range.
    path = models.CharField(max_length=SEGMENT * 20, unique=True, editable=False)
    place = models.CharField(_("place"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    # Memberships at or below, kept so that a list can choose its plan without counting.
    head_count = models.PositiveIntegerField(default=0, editable=False)
    founded_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                name="only_the_tree_has_parents",
                condition=(
                    models.Q(kind__in=["nation", "region", "local", "team"], parent__isnull=False)
                    | models.Q(kind__in=["movement", "partner", "coalition", "party"], parent__isnull=True)
                ),
            ),
            models.CheckConstraint(
                name="group_has_a_whole_point",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def path_end(self) -> str:
        """The end of the range of paths below: no segment of our alphabet reaches it."""
        return self.path + "z" * SEGMENT

    @property
    def rough_count(self) -> int:
        """About how many people are at or below, up to a third too many: for plans, which groups alike share.

        All with no more than FEW are alike, and all with more than MANY.
        """
        step = 1 << max(0, self.head_count.bit_length() - 2)
        return min(max(FEW, -(-self.head_count // step) * step), MANY)

    def outline(self, name: str) -> GroupOutline:
        """What prepared statements about it are written by, under the name that they give it."""
        return GroupOutline(name, self)

    @property
    def is_in_tree(self) -> bool:
        """Whether it stands in the movement's own tree."""
        return self.kind in Group.Kind.inside()

    @property
    def ancestor_paths(self) -> list[str]:
        """Paths from the root to the group itself."""
        return [self.path[:end] for end in range(SEGMENT, len(self.path) + 1, SEGMENT)]


def segment_of(number: int) -> str:
    """A group's own segment of its path: its id in base 36, lower case, left-filled with zeros."""
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits.rjust(SEGMENT, "0")
