"""Close a group or pass it to another: its people are asked one by one, and nothing of theirs moves before they say."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.chunks import CHUNK
from m4c.core.errors import NotAllowed, Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.followers import group_changed
from m4c.people.groups import tasks as group_tasks
from m4c.people.models import Account, Group, GroupPassing, Leaving, Membership, PassingAsking
from m4c.people.operations.leaving import stay_out
from m4c.people.operations.membership import join_many
from m4c.people.operations.own_word import take_back
from m4c.people.permissions import CLOSE_GROUPS

Answer = PassingAsking.Answer


class PassingRefused(Refused):
    """The closing cannot begin, or the answer is none of the three."""


@dataclass(frozen=True)
class Begun:
    """A closing that began, and how many people are to be asked."""

    passing: GroupPassing
    asked: int

    @property
    def touched(self) -> list[Model]:
        """For the audit entry."""
        return [self.passing]


@operation(CLOSE_GROUPS, on="group")
def begin_passing(
    *,
    group: Group,
    into: Group | None,
    closes_on: date,
    why: str,
    at: datetime,
    by: Account,
    letters: bool = False,
) -> Begun:
    """Say that a group is to close on a day, and may pass to another: everybody who belongs there now is to be asked.

    Nobody is told by this but, with `letters`, those who agreed to e-mail: somebody asks them. Raises PassingRefused.
    """
    check_may_pass(group, into, closes_on, at)
    if not why.strip():
        raise PassingRefused(_("Say why: its people may read it."), field="why", code="no_reason")
    passing = GroupPassing.objects.create(
        group=group, into=into, closes_on=closes_on, why=why.strip(), begun_by=by, begun_at=at
    )
    begun = Begun(passing, ask_everybody(passing))
    if letters:
        group_tasks.mail_askings.enqueue(passing.pk)
    return begun


@operation(CLOSE_GROUPS, on="passing")
def ask_newcomers(*, passing: GroupPassing, by: Account) -> Begun:
    """Ask those too who came into the group since the closing began. Raises PassingRefused once it was called off."""
    must_stand(passing)
    return Begun(passing, ask_everybody(passing))


@operation(CLOSE_GROUPS, on="asking")
def take_asking(*, asking: PassingAsking, asker: Account | None, by: Account) -> PassingAsking:
    """Say who asks somebody in person; None gives it back. Whoever asks must look after closings there too."""
    must_be_open(asking)
    if asker is not None and not asker.may(CLOSE_GROUPS, [frozenset([asking.passing.group.path])]):
        raise PassingRefused(_("They cannot write down the answer here."), field="asker", code="not_an_asker")
    change(asking, asker=asker)
    return asking


@operation(CLOSE_GROUPS, on="asking")
def record_answer(*, asking: PassingAsking, answer: str, at: datetime, by: Account, words: str = "") -> PassingAsking:
    """Write down what somebody answered, and do just that: memberships end and begin by it. Raises PassingRefused."""
    if not PassingAsking.objects.visible_to(by).filter(pk=asking.pk).exists():
        raise PassingRefused(_("There is nobody here to answer for."), code="unseen")
    return follow_answer(asking, answer, words, at, by)


@operation(SIGNED_IN, on=None)
def answer_for_oneself(
    *, asking: PassingAsking, answer: str, at: datetime, by: Account, words: str = ""
) -> PassingAsking:
    """Say oneself what one wants. Raises PassingRefused, and NotAllowed where somebody else was asked."""
    if by.person_id is None or asking.person_id != by.person_id:
        raise NotAllowed(SIGNED_IN)
    return follow_answer(asking, answer, words, at, by)


@operation(CLOSE_GROUPS, on="passing")
def call_off_passing(*, passing: GroupPassing, at: datetime, by: Account) -> GroupPassing:
    """Let the group go on after all. What people answered has happened, and stays. Raises PassingRefused."""
    must_stand(passing)
    change(passing, called_off_at=at, called_off_by=by)
    return passing


@operation(CLOSE_GROUPS, on="passing", public=True)
def close_passed_group(*, passing: GroupPassing, on: date, by: Account) -> Group:
    """End the group on a day. Who has not answered yet stays as they are, and goes on being asked."""
    must_stand(passing)
    group = passing.group
    if group.ended_on:
        raise PassingRefused(_("This group has ended already."), code="group_ended")
    if on > timezone.localdate():
        raise PassingRefused(_("It can be closed on its day, or later."), field="on", code="to_come")
    change(group, ended_on=on)
    group_changed(group)
    return group


def ask_everybody(passing: GroupPassing) -> int:
    """An asking for each who belongs to the group now and has none. Returns how many were new."""
    people = Membership.objects.open().filter(group=passing.group).values_list("person", flat=True).distinct()
    asked = set(PassingAsking.objects.filter(passing=passing).values_list("person", flat=True))
    new = [PassingAsking(passing=passing, person_id=pk) for pk in people.order_by("person") if pk not in asked]
    PassingAsking.objects.bulk_create(new, batch_size=CHUNK)
    return len(new)


def follow_answer(asking: PassingAsking, answer: str, words: str, at: datetime, by: Account) -> PassingAsking:
    """Keep an answer, and let memberships of the group end and begin by it: this person's, and nothing else."""
    locked = PassingAsking.objects.select_for_update(of=("self",))  # two answers at once would both be followed
    asking.refresh_from_db(from_queryset=locked)
    must_be_open(asking)
    passing = GroupPassing.objects.select_related("group", "into").get(pk=asking.passing_id)
    if answer not in Answer.values or (answer == Answer.ALONG and passing.into is None):
        raise PassingRefused(_("Choose one of the answers."), field="answer", code="unknown_answer")
    if answer == Answer.ALONG and passing.into and passing.into.ended_on:
        raise PassingRefused(_("The other group has ended."), field="answer", code="group_ended")
    day = timezone.localdate(at)
    open_ones = Membership.objects.open().filter(person=asking.person_id, group=passing.group)
    roles = set(open_ones.values_list("role", flat=True))
    is_supporter = roles == {Membership.Role.SUPPORTER}
    for membership in open_ones:
        change(membership, ended_on=max(day, membership.started_on or day))
    next_group = passing.into if answer == Answer.ALONG else movement() if answer == Answer.MOVEMENT else None
    if next_group and roles:
        role = Membership.Role.SUPPORTER if is_supporter or answer == Answer.MOVEMENT else Membership.Role.MEMBER
        take_back([asking.person], next_group, at, by, below_too=answer == Answer.ALONG)
        join_many(people=[asking.person], group=next_group, role=role, on=day, goes_on=True)
    if answer == Answer.LEAVE:
        way = Leaving.Way.OWN_PAGE if by.person_id == asking.person_id else Leaving.Way.TOLD
        stay_out(asking.person, passing.group, by, on=day, way=way, reason="", at=at)
    change(asking, answer=answer, words=" ".join(words.split()), answered_at=at, recorded_by=by)
    return asking


def movement() -> Group:
    """The movement itself."""
    return Group.objects.get(kind=Group.Kind.MOVEMENT)


def check_may_pass(group: Group, into: Group | None, closes_on: date, at: datetime) -> None:
    """Raise PassingRefused, with a sentence, where this group cannot close so."""
    if group.kind == Group.Kind.MOVEMENT or not group.is_in_tree:
        raise PassingRefused(_("Only the movement's own groups close here."), code="other_kind")
    if group.ended_on:
        raise PassingRefused(_("This group has ended already."), code="group_ended")
    if Group.objects.filter(parent=group, ended_on=None).exists():
        raise PassingRefused(_("There are groups below it: move or close those first."), code="groups_below")
    if GroupPassing.objects.standing().filter(group=group).exists():
        raise PassingRefused(_("Its people are being asked already."), code="being_asked")
    if closes_on < timezone.localdate(at):
        raise PassingRefused(_("Give its people time to answer: a day to come."), field="closes_on", code="gone_by")
    if into and (into == group or into.ended_on or not into.is_in_tree):
        raise PassingRefused(_("It passes to another group of the movement that stands."), field="into", code="into")


def must_stand(passing: GroupPassing) -> None:
    """Raise PassingRefused where the closing was called off."""
    if passing.called_off_at:
        raise PassingRefused(_("The closing was called off."), code="called_off")


def must_be_open(asking: PassingAsking) -> None:
    """Raise PassingRefused where there is an answer, or the closing was called off."""
    must_stand(asking.passing)
    if asking.answer:
        raise PassingRefused(_("They have answered already."), code="answered")
