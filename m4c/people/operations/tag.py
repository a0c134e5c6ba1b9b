"""Put a tag on people, one or many, and take it off."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import NotAllowed, Refused
from m4c.core.operations import operation
from m4c.people.models import Account, Group, Person, Tag, Tagging
from m4c.people.names import fold
from m4c.people.operations.must_see import must_see
from m4c.people.own_fields.scores import reads_like_a_score
from m4c.people.permissions import TAG_PEOPLE


class TagRefused(Refused):
    """The tag says nothing, or says what this movement does not keep."""


@operation(TAG_PEOPLE, on="people")
def tag_people(*, people: Sequence[Person], name: str, group: Group, at: datetime, by: Account) -> list[Person]:
    """Put a tag on people, at most 500 at a time; who has it keeps it as it was put.

    The tag of that name is the group's own, or that of a group above it; where there is none it is made for the group.
    Raises TagRefused, Unseen, and NotAllowed where the account makes no tags there.
    """
    must_see(people, by)
    tag = tag_called(name, group) or make_tag(name, group, by)
    rows = [Tagging(person=person, tag=tag, by=by, at=at) for person in people]
    Tagging.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    return list(people)


@operation(TAG_PEOPLE, on="people")
def untag_people(*, people: Sequence[Person], tag: Tag, by: Account) -> list[Person]:
    """Take a tag off people; the tag itself stays."""
    must_see(people, by)
    if not Tag.objects.visible_to(by).filter(pk=tag.pk).exists():
        raise TagRefused(_("There is no such tag here."), code="unseen")
    Tagging.objects.filter(tag=tag, person__in=people).delete()
    return list(people)


def tag_called(name: str, group: Group) -> Tag | None:
    """The tag of that name that a group has, itself or from a group above it; its own before theirs."""
    found = Tag.objects.filter(folded=fold(name), group__path__in=group.ancestor_paths)
    return found.order_by("-group__path").first()


def tags_called(names: Mapping[str, str], group: Group, by: Account) -> tuple[dict[str, Tag], list[Tag]]:
    """The tags of these names, by folded name, that a group has or gets, and those that are new."""
    found = Tag.objects.filter(folded__in=names, group__path__in=group.ancestor_paths).order_by("group__path")
    known = {tag.folded: tag for tag in found}  # a group's own, which comes last, before those of groups above it
    new = [
        Tag(name=name, folded=fold(name), group=group, made_by=by) for key, name in names.items() if key not in known
    ]
    made = Tag.objects.bulk_create(new)
    return known | {tag.folded: tag for tag in made}, made


def make_tag(name: str, group: Group, by: Account) -> Tag:
    """A new tag of a group. Raises TagRefused, NotAllowed."""
    words = " ".join(name.split())
    if not fold(words):
        raise TagRefused(_("Give the tag a name."), field="name", code="blank")
    if reads_like_a_score(words):
        raise TagRefused(
            _("That reads like a score of support, which we keep of nobody. Say what they did or care about."),
            field="name",
            code="score",
        )
    if not by.may(TAG_PEOPLE, [frozenset([group.path])]):
        raise NotAllowed(TAG_PEOPLE)
    return Tag.objects.create(name=words, folded=fold(words), group=group, made_by=by)
