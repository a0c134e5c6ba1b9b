"""Ten thousand commitments of many groups in each status: for measuring, and past all operations."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random

from django.db import transaction
from django.utils import timezone

from bench._movement import write
from bench._people import settle
from m4c.campaigns.models import Campaign
from m4c.commitments.models import Commitment, Condition, ConditionState, DueDate, Measure, Progress
from m4c.commitments.operations.publishing import give_names
from m4c.commitments.watching.restating import restate
from m4c.core.chunks import in_chunks
from m4c.core.permissions import Role
from m4c.people.models import Account, AccountRole, Group, Person
from m4c.people.operations.group import make_group, make_movement
from m4c.power.models import Institution, Office, Powerholder, Tenure

SPEAKERS, CAMPAIGNS, GROUPS, DAYS = 400, 60, 40, 1_500
WORDS = "We will build {number} homes at a rent that is set by what people earn, and show the plans before."


def build(number: int) -> Account:
    """So many commitments, all public; answers whoever sees them all."""
    random, by, now = Random(2014), Account.objects.of_system(Role.OPERATOR), timezone.now()
    root = make_movement(name="Movement", by=by)
    groups = [make_group(parent=root, name=f"Group {each:02}", by=by) for each in range(GROUPS)]
    body = Institution.objects.create(name="The council", kind=Institution.Kind.COUNCIL, made_by=by)
    write(
        Office, (Office(institution=body, name=f"Ward {each}", kind="elected", made_by=by) for each in range(SPEAKERS))
    )
    offices = list(Office.objects.order_by("pk"))
    write(Powerholder, (Powerholder(name=f"Cllr {each:03}", made_by=by) for each in range(SPEAKERS)))
    speakers = list(Powerholder.objects.order_by("pk"))
    held = zip(speakers, offices, strict=True)
    write(Tenure, (Tenure(powerholder=who, office=office, made_by=by) for who, office in held))
    write(Campaign, campaigns(groups, by))
    write(Commitment, commitments(random, number, groups, list(zip(speakers, offices, strict=True)), by))
    for chunk in in_chunks(Commitment.objects.order_by("pk")):
        entries(random, chunk, by)
        with transaction.atomic():
            restate(chunk)
    give_names(Commitment.objects.values_list("pk", flat=True)[:SPEAKERS], timezone.localdate(now))
    account = Account.objects.create(email="organiser@example.org", person=someone())
    AccountRole.objects.create(account=account, role=Role.ORGANISER, group=root, given_by=account)
    settle()
    return Account.objects.get(pk=account.pk)


def someone() -> Person:
    """Whoever looks at the board."""
    return Person.objects.create(given_name="Nia", family_name="Rees")


def campaigns(groups: list[Group], by: Account) -> Iterator[Campaign]:
    """Campaigns of these groups."""
    started = timezone.localdate() - timedelta(days=DAYS)
    for each in range(CAMPAIGNS):
        told = {"slug": f"campaign-{each}", "status": Campaign.Status.RUNNING, "starts_on": started, "made_by": by}
        yield Campaign(name=f"Campaign {each:02}", group=groups[each % len(groups)], **told)


def commitments(
    random: Random, number: int, groups: list[Group], speakers: list[tuple[Powerholder, Office]], by: Account
) -> Iterator[Commitment]:
    """Each with a count, a share or a deed; due on some day past or to come."""
    today, now, known = timezone.localdate(), timezone.now(), list(Campaign.objects.order_by("pk"))
    for each in range(number):
        made_on = today - timedelta(days=random.randrange(DAYS))
        measure = random.choice((Measure.DONE, Measure.COUNT, Measure.PERCENTAGE))
        who, office = random.choice(speakers)
        yield Commitment(
            reference=f"C-{each:05}",
            slug=f"c-{each:05}",
            group=random.choice(groups),
            campaign=random.choice(known),
            powerholder=who,
            office=office,
            office_words=office.name,
            made_on=made_on,
            made_to="The residents",
            words=WORDS.format(number=each),
            measure=measure,
            target=None if measure == Measure.DONE else random.choice((3, 50)),
            due_on=made_on + timedelta(days=random.randrange(30, 900)),
            published_at=now,
            made_by=by,
            made_at=now,
        )


def entries(random: Random, chunk: list[Commitment], by: Account) -> None:
    """What became of half of these, and conditions of a tenth."""
    now = timezone.now()
    kept = {"by": by, "at": now}
    write(DueDate, (DueDate(commitment=one, known_on=one.made_on, due_on=one.due_on, **kept) for one in chunk))
    went = (progress(one, random, by) for one in random.sample(chunk, len(chunk) // 2))
    write(Progress, went)
    hung = chunk[::10]
    write(Condition, (Condition(commitment=one, words="If elected", made_by=by, made_at=now) for one in hung))
    rows = Condition.objects.filter(commitment__in=[one.pk for one in hung]).select_related("commitment")
    failed = islice(rows, 0, None, 2)
    write(ConditionState, (state(row, row.commitment.made_on, by) for row in failed))


def progress(one: Commitment, random: Random, by: Account) -> Progress:
    """One entry."""
    kind = Progress.Kind.DONE if one.measure == Measure.DONE else Progress.Kind.REACHED
    amount = None if one.measure == Measure.DONE else random.choice((1, 3, 50))
    told = {"says_who": "The committee", "evidence": "Minutes", "added_by": by, "added_at": timezone.now()}
    return Progress(commitment=one, kind=kind, on=one.made_on + timedelta(days=1), amount=amount, **told)


def state(row: Condition, on: date, by: Account) -> ConditionState:
    """That it failed."""
    told = {"evidence": "The result", "says_who": "The returning officer", "by": by, "at": timezone.now()}
    return ConditionState(commitment=row.commitment, condition=row, state="failed", on=on, **told)
