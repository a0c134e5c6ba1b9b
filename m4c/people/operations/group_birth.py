"""Tell how a group came to be: its steps with their days, what it grew out of, and who supported it."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.groups.beginnings import GROUP_BEGINNINGS
from m4c.people.models import Account, Group, GroupOrigin, GroupStage, GroupSupporter, Person
from m4c.people.operations.must_see import must_see
from m4c.people.permissions import LOOK_AFTER_GROUPS

Stage = GroupStage.Stage
ORDER = [Stage.FORMING, Stage.NAMED, Stage.FORMAL]


class BirthRefused(Refused):
    """The story would contradict itself, or names what the account may not see."""


@operation(LOOK_AFTER_GROUPS, on="group", public=True)
def date_stage(*, group: Group, stage: str, on: date, at: datetime, by: Account) -> GroupStage:
    """Say on which day a group began to form, had a name, or was formally founded; the day before said is replaced.

    The first of its days is the one since which it exists. Raises BirthRefused for a day to come, or out of order.
    """
    if stage not in Stage.values:
        raise BirthRefused(_("The steps are: forming, named, formal."), field="stage", code="unknown_stage")
    if on > timezone.localdate(at):
        raise BirthRefused(_("That day is still to come."), field="on", code="to_come")
    days = dict(GroupStage.objects.filter(group=group).exclude(stage=stage).values_list("stage", "on"))
    earlier, later = ORDER[: ORDER.index(Stage(stage))], ORDER[ORDER.index(Stage(stage)) + 1 :]
    if any(days[one] > on for one in earlier if one in days) or any(days[one] < on for one in later if one in days):
        raise BirthRefused(
            _("A group forms, then has a name, then is formally founded: look at the other days."),
            field="on",
            code="out_of_order",
        )
    row = GroupStage.objects.filter(group=group, stage=stage).first() or GroupStage(group=group, stage=stage)
    row.on, row.by, row.at = on, by, at
    row.save()
    change(group, founded_on=min([on, *days.values()]))
    return row


@operation(LOOK_AFTER_GROUPS, on="group")
def say_origin(
    *,
    group: Group,
    at: datetime,
    by: Account,
    earlier: Group | None = None,
    source: tuple[str, int] | None = None,
    words: str = "",
) -> GroupOrigin:
    """Say what a group grew out of: another group, a gathering (`source`, by model and id), or in words alone.

    Raises BirthRefused where nothing is said, the group would grow out of itself, or the gathering is not to be seen.
    """
    said = " ".join(words.split())
    if not (earlier or source or said):
        raise BirthRefused(_("Choose what it grew out of, or say it in words."), field="words", code="blank")
    if earlier == group:
        raise BirthRefused(_("Nothing grows out of itself."), field="earlier", code="itself")
    if source and (source[0] not in GROUP_BEGINNINGS or not GROUP_BEGINNINGS[source[0]].told(by, [source[1]])):
        raise BirthRefused(_("There is no such gathering that you may see."), field="source", code="unseen")
    source_type, source_id = source or ("", None)
    facts = {"earlier": earlier, "source_type": source_type, "source_id": source_id, "words": said}
    there = GroupOrigin.objects.filter(group=group, **facts).first()
    return there or GroupOrigin.objects.create(group=group, by=by, at=at, **facts)


@operation(LOOK_AFTER_GROUPS, on="origin")
def withdraw_origin(*, origin: GroupOrigin, by: Account) -> GroupOrigin:
    """Take back what a group was said to have grown out of."""
    GroupOrigin.objects.filter(pk=origin.pk).delete()
    return origin


@operation(LOOK_AFTER_GROUPS, on="group")
def thank_supporter(
    *,
    group: Group,
    at: datetime,
    by: Account,
    person: Person | None = None,
    body: Group | None = None,
    words: str = "",
) -> GroupSupporter:
    """Say who helped a group into life, one of our people or a group, and how; said again, the words are replaced.

    Raises BirthRefused for neither or both, or the group itself; Unseen.
    """
    must_see([person], by)
    if (person is None) == (body is None):
        raise BirthRefused(_("Name a person, or a group or body."), field="person", code="who")
    if body == group:
        raise BirthRefused(_("It was somebody else who helped."), field="body", code="itself")
    row = GroupSupporter.objects.filter(group=group, person=person, body=body).first()
    row = row or GroupSupporter(group=group, person=person, body=body)
    row.words, row.by, row.at = " ".join(words.split()), by, at
    row.save()
    return row


@operation(LOOK_AFTER_GROUPS, on="supporter")
def withdraw_supporter(*, supporter: GroupSupporter, by: Account) -> GroupSupporter:
    """Take back that somebody helped a group into life."""
    GroupSupporter.objects.filter(pk=supporter.pk).delete()
    return supporter
