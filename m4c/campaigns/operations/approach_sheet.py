"""Approaches from a sheet: the draft of a campaign that is not known, new powerholders, and each approach once.

Killed half-way, the same sheet goes on where it stopped: what is there already is found again by what it says.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import models
from django.utils.translation import gettext as _

from m4c.campaigns.approaches.sheet_rows import SaidApproach
from m4c.campaigns.models import Approach, Campaign, Target
from m4c.campaigns.operations.campaign import NewCampaign, begin_campaign
from m4c.campaigns.permissions import RECORD_APPROACHES, RUN_CAMPAIGNS
from m4c.core.operations import change, operation
from m4c.people import ledger
from m4c.people.models import Account, Group, Membership, Person
from m4c.people.names import LETTERS_AFTER, TITLE, fold, split_full_name, words
from m4c.people.sight import within
from m4c.power.models import Powerholder

Key = tuple[int, date, str, str, str]


@dataclass
class WrittenApproaches:
    """What came of some rows: the approaches that are new, those that were known, those that got their answer now."""

    new: list[Approach] = field(default_factory=list)
    known: int = 0
    answered: list[Approach] = field(default_factory=list)
    powerholders: list[Powerholder] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)

    @property
    def touched(self) -> list[models.Model]:
        """What was written, for the audit entry."""
        return [*self.powerholders, *self.new, *self.answered]


@dataclass
class KnownNames:
    """The powerholders on record by each form of their name: read once for a whole sheet."""

    by_name: dict[str, list[int]] = field(default_factory=dict)
    newest: int = 0  # the last row that was read

    def catch_up(self) -> None:
        """Read those that came since it was read last: all of them the first time. One statement."""
        for pk, name in Powerholder.objects.filter(pk__gt=self.newest).order_by("pk").values_list("pk", "name"):
            self.add(pk, name)

    def add(self, pk: int, name: str) -> None:
        """One more."""
        for known in {fold(name), bare(name)}:
            self.by_name.setdefault(known, []).append(pk)
        self.newest = pk

    def called(self, name: str) -> list[int]:
        """Those who may be meant by a name."""
        return self.by_name.get(fold(name)) or self.by_name.get(bare(name)) or []


@operation(RUN_CAMPAIGNS, on="group")
def draft_campaign(*, group: Group, name: str, starts_on: date, at: datetime, by: Account) -> Campaign:
    """A campaign that a sheet names and nobody has begun: being prepared, and marked for somebody to look at."""
    campaign = begin_campaign(group=group, new=NewCampaign(name, starts_on), at=at, by=by)
    change(campaign, to_review=_("An import of approaches began it: say what it is about, and who authorised it."))
    return campaign


@operation(RECORD_APPROACHES, on="campaign")
def write_approaches(
    *, campaign: Campaign, rows: Sequence[SaidApproach], at: datetime, by: Account, names: KnownNames | None = None
) -> WrittenApproaches:
    """Write down the approaches of these rows, each once: one that is known gets its answer, where it had none.

    `names` goes from one piece of a sheet to the next, so that those on record are read once.
    """
    Campaign.objects.select_for_update().get(pk=campaign.pk)  # two at once would write each row twice
    written = WrittenApproaches()
    holders = find_powerholders(campaign, rows, by, written, names or KnownNames())
    people = people_named({row.by for row in rows}, campaign.group, by)
    known = known_approaches(campaign, {row.on for row in rows})
    for row in rows:
        holder = holders.get(fold(row.to))
        if holder is None:
            reason = _("More than one powerholder may be meant: make one of them a target of the campaign.")
            written.refused.append((row.number, reason))
            continue
        key = (holder.pk, *row.same)
        if key in known:
            written.known += 1
            if completes(known[key], row):
                written.answered.append(known[key])
            continue
        known[key] = made_of(row, campaign, holder, people.get(fold(row.by)), at, by)
        known[key].save()
        written.new.append(known[key])
    ledger.write(written.new)
    return written


def made_of(
    row: SaidApproach, campaign: Campaign, holder: Powerholder, person: Person | None, at: datetime, added_by: Account
) -> Approach:
    """The approach that a row tells of, unsaved."""
    return Approach(
        campaign=campaign,
        powerholder=holder,
        on=row.on,
        channel=row.channel,
        is_ours=bool(person) or row.is_ours,
        by_person=person,
        by_words="" if person else row.by,
        asked=row.asked,
        answer_due=row.answer_due,
        outcome=row.outcome,
        answered_on=row.answered_on,
        words=row.words,
        to_review=" ".join(row.remarks)[:200],
        added_by=added_by,
        added_at=at,
    )


def completes(approach: Approach, row: SaidApproach) -> bool:
    """Give a known approach the answer that a later copy of the sheet tells, where it had none. Whether it did."""
    if approach.outcome or not row.outcome or approach.struck_at or approach.pk is None:
        return False
    remarks = " ".join(filter(None, (approach.to_review, *row.remarks)))[:200]
    told = {"outcome": row.outcome, "answered_on": row.answered_on, "words": row.words or approach.words}
    return bool(change(approach, **told, to_review=remarks if row.remarks else approach.to_review))


def known_approaches(campaign: Campaign, days: Iterable[date]) -> dict[Key, Approach]:
    """The campaign's approaches of these days by what they say, struck ones with them: none comes back."""
    rows = Approach.objects.filter(campaign=campaign, on__in=set(days)).select_related("by_person")
    return {
        (
            row.powerholder_id,
            row.on,
            row.channel,
            fold(row.by_person.name if row.by_person else row.by_words),
            fold(row.asked),
        ): row
        for row in rows
    }


def find_powerholders(
    campaign: Campaign, rows: Sequence[SaidApproach], maker: Account, written: WrittenApproaches, names: KnownNames
) -> dict[str, Powerholder | None]:
    """Whom each name means, by its folded form; those not on record are made, marked for somebody to look at. None
    where several may be meant.
    """
    wanted = {fold(row.to): row.to for row in rows}
    names.catch_up()
    near = set(Target.objects.filter(campaign=campaign, until=None).values_list("powerholder_id", flat=True))
    near |= set(Approach.objects.filter(campaign=campaign).values_list("powerholder_id", flat=True))
    on_record = Powerholder.objects.in_bulk({pk for name in wanted.values() for pk in names.called(name)})
    found: dict[str, Powerholder | None] = {}
    for folded, name in wanted.items():
        several = names.called(name)
        meant = several if len(several) < 2 else [pk for pk in several if pk in near]
        if several:
            found[folded] = on_record[meant[0]] if len(meant) == 1 else None
            continue
        made = Powerholder.objects.create(
            name=name, made_by=maker, to_review=_("An import of approaches named them: say which office they hold.")
        )
        written.powerholders.append(made)
        found[folded] = on_record[made.pk] = made
        names.add(made.pk, name)
    return found


def bare(name: str) -> str:
    """A name without titles before it and letters after it, folded: `Cllr Mair Cadogan` and `Mair Cadogan` are one."""
    said = words(name)
    while len(said) > 2 and TITLE.fullmatch(said[0]):
        said = said[1:]
    while len(said) > 2 and LETTERS_AFTER.fullmatch(said[-1]):
        said = said[:-1]
    return "".join(said)


def people_named(names: Iterable[str], group: Group, finder: Account) -> dict[str, Person]:
    """Those of the group's people who alone bear one of these full names, by the folded name; nobody kept safe."""
    found: dict[str, Person] = {}
    belong = Membership.objects.open().filter(within("group__path", group)).order_by().values("person")
    people = Person.objects.filter(finder.sight.unless_protected("pk"), pk__in=belong, died_on=None)
    for name in {" ".join(name.split()) for name in names} - {""}:
        parts = split_full_name(name)
        if not parts.given or not parts.family:
            continue
        same = list(people.filter(given_name__iexact=parts.given, family_name__iexact=parts.family)[:2])
        if len(same) == 1 and fold(same[0].name) == fold(name):
            found[fold(name)] = same[0]
    return found
