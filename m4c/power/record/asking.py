"""Ask Siân: who of one's people knows a powerholder, by what was said of that alone, or knows somebody who does."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from m4c.core.visibility import scopes_of
from m4c.people.models import Account
from m4c.people.relationships.introductions import Introduction, edges_of, people_of, through_those
from m4c.power.models import Acquaintance, Powerholder
from m4c.power.permissions import RECORD_POWER


class Way(NamedTuple):
    """Whom to ask, and the acquaintance that the account may say holds no more; None where that is another group's."""

    introduction: Introduction
    acquaintance: Acquaintance | None


class Ways(NamedTuple):
    """How one knows them oneself, blank where one does not; and whom to ask."""

    own: str
    ways: list[Way]


def ways_to(account: Account, powerholder: Powerholder, today: date) -> Ways:
    """Whom to ask, up to two steps away, those whom one knows oneself first.

    Who knows a powerholder is what somebody wrote down as an acquaintance with them, and nothing else: where they are
    one of our own people, no relationship, 1-2-1 or ledger row of theirs leads here. From there on it is the rule by
    which people are introduced to each other: through people and rows that the account may see, never through somebody
    kept safe.
    """
    rows = Acquaintance.objects.visible_to(account).filter(powerholder=powerholder, ended_on=None)
    known: dict[int, list[Acquaintance]] = defaultdict(list)
    for row in rows.exclude(person=powerholder.person_id).select_related("group"):
        known[row.person_id].append(row)
    me = account.person_id
    own = in_words(known.pop(me, [])) if me else ""
    told = {pk: in_words(said) for pk, said in known.items()}
    if me:
        mine = {pk: how for pk, how in edges_of(account, [me], today)[me].items() if pk != powerholder.person_id}
        found = through_those(account, told, mine, today)
    else:
        found = [Introduction(one, told[pk]) for pk, one in people_of(account, list(known)).items()]
    return Ways(own, [Way(one, to_end(account, known[one.ask.pk])) for one in found])


def in_words(rows: list[Acquaintance]) -> str:
    """How somebody knows them, as each group wrote it down."""
    return "; ".join(dict.fromkeys(row.how for row in rows))


def to_end(account: Account, rows: list[Acquaintance]) -> Acquaintance | None:
    """The first of these that the account may say holds no more."""
    return next((row for row in rows if account.may(RECORD_POWER, scopes_of(row))), None)
