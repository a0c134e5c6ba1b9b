"""Who can introduce somebody: of those one may see, who knows them, and through whom one comes to know that one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from m4c.people.models import Account, Person
from m4c.people.models.use import is_out_of_use, may_be_used
from m4c.people.relationships.acquaintance import acquaintances_of, deepest, relationships_of

MOST = 20  # of those who know somebody
SHOWN = 8
THROUGH = 3  # of those one does not know oneself, to whom somebody may lead


@dataclass(frozen=True)
class Introduction:
    """Whom to ask. `knows` says how they know the person, `known` how one knows them oneself; it may be blank.

    `first` is whom to ask before, where one does not know them, and `first_knows` how that one knows them.
    """

    ask: Person
    knows: str
    known: str = ""
    first: Person | None = None
    first_knows: str = ""
    first_known: str = ""


def introductions(account: Account, person: Person, today: date) -> list[Introduction]:
    """Who can introduce somebody whom the account may see, up to two steps away, those whom one knows oneself first.

    Only through people whom the account may see, by rows and relationships that it may see, and never through or to
    somebody kept safe. A constant number of queries, each with a limit.
    """
    me = account.person_id
    if me is None or me == person.pk or is_out_of_use(person.pk):
        return []
    edges = edges_of(account, [person.pk, me], today)
    knows = {pk: words for pk, words in edges[person.pk].items() if pk != me}
    return through_those(account, knows, edges[me], today, besides=person.pk)


def through_those(
    account: Account, knows: Mapping[int, str], mine: Mapping[int, str], today: date, *, besides: int = 0
) -> list[Introduction]:
    """Whom to ask of those who know somebody, given by id with how they do; `mine` is whom one knows oneself, and how.

    Whoever they all know need be on record nowhere. `besides` leads to nobody: the one who is looked for.
    """
    knowing = people_of(account, list(knows))
    own = people_of(account, [pk for pk in mine if pk != besides])
    met = [one for pk, one in knowing.items() if pk in own]
    strangers = [one for pk, one in knowing.items() if pk not in own]
    found = [Introduction(one, knows[one.pk], known=mine[one.pk]) for one in met]
    leading = edges_of(account, [one.pk for one in strangers[:THROUGH]], today)
    for one in strangers:
        through = next((pk for pk in leading.get(one.pk, {}) if pk in own and pk != besides), None)
        if through is None:
            found.append(Introduction(one, knows[one.pk]))
        else:
            first, first_knows = own[through], leading[one.pk][through]
            found.append(Introduction(one, knows[one.pk], "", first, first_knows, mine[through]))
    return sorted(found, key=lambda one: (not one.known, one.first is None))[:SHOWN]


def edges_of(account: Account, people: Collection[int], today: date) -> dict[int, dict[int, str]]:
    """Whom each of a few people knows, the best first, and how in words, by relationships and by the ledger."""
    named = Person.objects.in_bulk(list(people))
    by_ledger = acquaintances_of(account, list(people))
    told = relationships_of(account, {pk: person.name for pk, person in named.items()})
    edges: dict[int, dict[int, str]] = {}
    for pk in people:
        name = named[pk].short_name
        did = {other: by_ledger[pk][other].words(name, today) for other in deepest(by_ledger[pk], MOST)}
        edges[pk] = {
            other: "; ".join(words for words in (told[pk].get(other), did.get(other)) if words)
            for other in {**told[pk], **did}
        }
    return edges


def people_of(account: Account, ids: Collection[int]) -> dict[int, Person]:
    """Those of these people whom the account may see and who can be asked, in their order; nobody kept safe."""
    seen = Person.objects.visible_to(account).contactable().filter(may_be_used("pk"), pk__in=ids)
    found = seen.in_bulk()
    return {pk: found[pk] for pk in ids if pk in found}
