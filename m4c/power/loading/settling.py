"""Rows settled one by one against what is on record: whose they are, and which of their tenures."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from m4c.power.loading.cells import plain_name
from m4c.power.loading.contacts import contacts_of
from m4c.power.loading.matching import OnRecord, party_key
from m4c.power.loading.planning import Plan, Writing, is_over_by, name_key
from m4c.power.loading.rows import HolderRow, RefusedRow, Row
from m4c.power.models import Institution, Office, Powerholder, PowerholderId, PowerLoad, Tenure


def settled(plan: Plan, rows: Sequence[Row]) -> Writing:
    """What is to be written of these rows, found out in a few statements that read."""
    writing, placed = Writing(), []
    for row in rows:
        if isinstance(row, RefusedRow):
            plan.counted.refused.append(row)
        elif found := plan.placed(row):
            placed.append((row, *found))
    new, plan.book.new = plan.book.new, []
    writing.bodies = [each for each in new if isinstance(each, Institution)]
    writing.offices = [each for each in new if isinstance(each, Office)]
    offices = {id(office): office for _row, office, _body in placed}.values()
    settling = Settling(plan, OnRecord([row for row, *_rest in placed], offices), writing)
    for row, office, body in placed:
        settling.settle(row, office, body)
    for office in writing.offices:
        seat = plan.seats[id(office)]
        is_single = plan.book.role(office.name.split(",")[0]).is_single
        office.seats = 1 if is_single else max(seat.fresh, seat.seats, 1)
    return writing


class Settling:
    """Some hundred rows on their way to what is written of them."""

    def __init__(self, plan: Plan, on_record: OnRecord, writing: Writing) -> None:
        self.plan, self.on_record, self.writing = plan, on_record, writing
        self.made: dict[object, Powerholder] = {}
        self.source = str(PowerLoad.Source(plan.source).label)

    def settle(self, row: HolderRow, office: Office, body: Institution) -> None:
        """One row: its holder, then its tenure."""
        is_only = self.plan.names[name_key(row)] == 1
        holder = self.on_record.holder(row, office, body, is_only=is_only)
        tenure = self.tenure_of(row, office, holder) if holder else None
        if tenure is None and self.is_older(row, office):
            reason = _("What is on record of this seat is newer than this row.")
            self.plan.counted.refused.append(RefusedRow(row.number, reason))
            return
        contacts, is_changed = contacts_of(row, office), False
        if holder is None:
            holder = self.made_for(row, body, contacts, is_only=is_only)
        else:
            self.number(row, holder)
            is_changed = self.changed_holder(row, holder, contacts)
        seat = self.plan.seats[id(office)]
        seat.seats = max(seat.seats, row.seats)
        if not row.ended_on and row.started_on and (seat.newest is None or row.started_on >= seat.newest):
            seat.is_by_election = row.is_by_election
            seat.newest = row.started_on
        if tenure is None:
            self.begin(row, office, holder)
        elif row.ended_on and tenure.ended_on is None and self.plan.is_current_too(row):
            self.plan.counted.unchanged += 1  # a term of somebody who has held the seat ever since
        else:
            self.go_on(row, office, tenure, is_changed=is_changed)

    def tenure_of(self, row: HolderRow, office: Office, holder: Powerholder) -> Tenure | None:
        """The tenure of a holder in the office that a row is about: the one of its day, else the one that runs."""
        theirs = [each for each in self.on_record.of_holder.get(holder.pk, ()) if each.office_id == office.pk]
        same_day = [each for each in theirs if each.started_on == row.started_on]
        running = [each for each in theirs if each.ended_on is None or each.ended_on > self.plan.book.today]
        if row.ended_on and self.plan.is_current_too(row):
            exact = [each for each in theirs if each.ended_on and row.ended_on == each.ended_on]
            over = [each for each in running if row.started_on and (each.started_on or date.max) <= row.started_on]
            return next(iter([*exact, *[each for each in same_day if each.ended_on], *over]), None)
        if row.ended_on:
            until = [each for each in theirs if each.ended_on == row.ended_on]
            begun = [each for each in running if each.started_on is None or each.started_on <= row.ended_on]
            return next(iter([*(same_day if row.started_on else []), *until, *begun]), None)
        return next(iter([*same_day, *running] if row.is_elected_then else [*running, *same_day]), None)

    def is_older(self, row: HolderRow, office: Office) -> bool:
        """Whether the row tells its day, and somebody took the seat by a table of a later day."""
        day = row.source_on or self.plan.day_told
        if row.is_elected_then or row.ended_on or day is None or not office.pk or office.seats > 1:
            return False
        running = [each for each in self.on_record.in_office.get(office.pk, ()) if each.ended_on is None]
        return any(each.source_on and each.source_on > day for each in running)

    def made_for(self, row: HolderRow, body: Institution, contacts: dict[str, str], *, is_only: bool) -> Powerholder:
        """A new holder; of two rows of one person among these, the same one."""
        keys: list[object] = list(row.ids) or ([(id(body), plain_name(row.name))] if is_only else [])
        for key in keys:
            if key in self.made:
                return self.made[key]
        holder = Powerholder(name=row.name, source=self.source, source_on=self.day_of(row), **contacts)
        self.writing.holders.append(holder)
        self.made.update(dict.fromkeys(keys, holder))
        self.writing.numbers += [PowerholderId(powerholder=holder, scheme=s, value=v) for s, v in dict(row.ids).items()]
        return holder

    def number(self, row: HolderRow, holder: Powerholder) -> None:
        """Keep a number of theirs that is not known yet."""
        for scheme, value in row.ids:
            if (scheme, value) not in self.on_record.by_number and not self.on_record.numbers[holder.pk][scheme]:
                self.on_record.by_number[scheme, value] = holder
                self.on_record.numbers[holder.pk][scheme].add(value)
                self.writing.numbers.append(PowerholderId(powerholder=holder, scheme=scheme, value=value))

    def changed_holder(self, row: HolderRow, holder: Powerholder, contacts: dict[str, str]) -> bool:
        """Take what is new of a holder: another name, another way to reach them, which somebody is to look at again."""
        values: dict[str, Any] = {name: value for name, value in contacts.items() if getattr(holder, name) != value}
        if plain_name(holder.name) != plain_name(row.name) and not row.ended_on and not row.is_elected_then:
            values["name"] = row.name
        if values.keys() & {"email", "phone", "address"} and holder.contact_checked_on:
            values["contact_checked_on"] = None
        if values:
            self.writing.changes[holder] |= values
        return bool(values)

    def begin(self, row: HolderRow, office: Office, holder: Powerholder) -> None:
        """A tenure that is not on record; one that another election in the file ended is over at once."""
        seat = self.plan.seats[id(office)]
        ended_on = row.ended_on or self.plan.next_election(row) or self.followed_on(row, office, holder)
        theirs = [each for each in self.on_record.of_holder.get(holder.pk or 0, ()) if each.office_id == office.pk]
        started_on = row.started_on
        if started_on is None and any(each.started_on is None for each in theirs):
            started_on = min(self.plan.as_it_stood, ended_on or date.max)
        self.writing.tenures.append(
            Tenure(
                powerholder=holder,
                office=office,
                party=row.party,
                started_on=started_on,
                ended_on=ended_on,
                end_reason=row.end_reason if ended_on else "",
                source=self.source,
                source_url=self.url_of(row),
                source_on=self.day_of(row),
            )
        )
        self.plan.counted.new += 1
        seat.fresh += not ended_on
        if holder.pk and not ended_on and office.kind == Office.Kind.ELECTED:
            self.plan.moved[holder.pk] = office

    def go_on(self, row: HolderRow, office: Office, tenure: Tenure, *, is_changed: bool) -> None:
        """A tenure that is on record: what is new of it, or that it is over."""
        values: dict[str, Any] = {}
        is_of_now = not row.ended_on and self.day_of(row) >= (tenure.source_on or date.min)
        if is_of_now and row.party and party_key(row.party) != party_key(tenure.party):
            values["party"] = row.party
        theirs = [each for each in self.on_record.of_holder[tenure.powerholder_id] if each.office_id == office.pk]
        is_earlier = row.started_on and (tenure.started_on is None or row.started_on < tenure.started_on)
        if is_earlier and not any(each.started_on == row.started_on for each in theirs):
            values["started_on"] = row.started_on
        is_ending = bool(row.ended_on) and tenure.ended_on is None
        if row.ended_on and row.ended_on != tenure.ended_on:
            values |= {"ended_on": row.ended_on, "end_reason": row.end_reason or tenure.end_reason}
        elif not row.ended_on and tenure.ended_on and not row.is_elected_then and self.is_back(row, tenure):
            values |= {"ended_on": None, "end_reason": ""}
        if values:
            self.writing.changes[tenure] |= values
        if tenure.ended_on is None or values.get("ended_on", 0) is None:
            self.plan.seats[id(office)].named.add(tenure.pk)
        counted = self.plan.counted
        if is_ending:
            counted.ended += 1
        elif values or is_changed:
            counted.changed += 1
        else:
            counted.unchanged += 1
        if self.day_of(row) > (tenure.source_on or date.min):
            self.writing.confirmed[self.day_of(row)].append(tenure.pk)

    def is_back(self, row: HolderRow, tenure: Tenure) -> bool:
        """Whether somebody who was said to be out holds the seat after all."""
        return tenure.ended_on is not None and tenure.ended_on <= self.plan.book.today

    def followed_on(self, row: HolderRow, office: Office, holder: Powerholder) -> date | None:
        """When somebody else took the seat after an election of long ago, as is on record."""
        if not row.is_elected_then or row.started_on is None:
            return None
        role = self.plan.book.role(row.role)
        others = [each for each in self.on_record.in_office.get(office.pk or 0, ()) if each.powerholder_id != holder.pk]
        later = [t.started_on for t in others if t.started_on and is_over_by(row.started_on, t.started_on, role)]
        return min(later, default=None)

    def day_of(self, row: HolderRow) -> date:
        """As it stood on which day."""
        return row.source_on or (row.started_on if row.is_elected_then else None) or self.plan.as_it_stood

    def url_of(self, row: HolderRow) -> str:
        """The address of a source, where it is one."""
        return row.source_url[:300] if row.source_url.startswith(("https://", "http://")) else ""
