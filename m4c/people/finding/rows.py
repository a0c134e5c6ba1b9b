"""Keeps what people are found by: written with every change of a name, e-mail, phone or address, and rebuilt."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from django.db import connection

from m4c.core.chunks import CHUNK, in_chunks
from m4c.core.inserting import insert_columns
from m4c.people.finding.backend import backend
from m4c.people.finding.text import name_words, text_of
from m4c.people.models.contact_details import contact_details
from m4c.people.models.findable import Findable, NameWord
from m4c.people.models.person import Person


def write(people: Iterable[Person]) -> None:
    """Let these people be found by what their records say now: to be called in the transaction that changed them."""
    for ids in in_chunks(person.pk for person in people):
        bring_up_to_date(ids)


class Ways(NamedTuple):
    """The e-mails and phones of somebody, and their postcode."""

    emails: Sequence[str]
    phones: Sequence[str]
    postcode: str


def write_new(people: Sequence[Person], ways: Iterable[Ways]) -> None:
    """The same for people whose records were written just now, from what was written: nothing is read again."""
    texts = [text_of_new(person, of) for person, of in zip(people, ways, strict=True)]
    insert_columns(Findable, person_id=[person.pk for person in people], text=texts)
    add_words({word for text in texts for word in name_words(text)})


def text_of_new(person: Person, ways: Ways) -> str:
    """What somebody is to be found by whose record was written just now."""
    names = [person.given_name, person.family_name, person.known_as]
    emails = sorted({email.casefold() for email in ways.emails})
    return text_of(names, person.family_name, emails, sorted(set(ways.phones)), ways.postcode)


def withdraw(people: Iterable[int]) -> None:
    """Let the people of these ids be found no more: to be called before their records go."""
    for ids in in_chunks(people):
        gone = Findable.objects.filter(person__in=ids)
        words = {word for text in gone.values_list("text", flat=True) for word in name_words(text)}
        gone.delete()
        drop_unused(words)


def rebuild() -> dict[str, int]:
    """Write it all anew from the records. Returns how many people and words of names were added, changed, withdrawn."""
    total, wanted = {"added": 0, "changed": 0, "withdrawn": 0}, set()
    for ids in in_chunks(Person.objects.order_by("pk").values_list("pk", flat=True).iterator(CHUNK)):
        for what, number in bring_up_to_date(ids).items():
            total[what] += number
        for text in Findable.objects.filter(person__in=ids).values_list("text", flat=True):
            wanted |= name_words(text)
    known = set(NameWord.objects.values_list("word", flat=True))
    total["added"] += len(wanted - known)
    total["withdrawn"] += len(known - wanted)
    add_words(wanted - known)
    for words in in_chunks(known - wanted):
        NameWord.objects.filter(word__in=words).delete()
    with connection.cursor() as cursor:
        cursor.execute(backend().REBUILD)
    return total


def bring_up_to_date(ids: Collection[int]) -> dict[str, int]:
    """Let these people be found by exactly what their records say; counts of what it took."""
    texts = texts_of(ids)
    before = dict(Findable.objects.filter(person__in=ids).values_list("person_id", "text"))
    added = [Findable(person_id=pk, text=text) for pk, text in texts.items() if pk not in before]
    changed = [Findable(person_id=pk, text=text) for pk, text in texts.items() if before.get(pk, text) != text]
    Findable.objects.bulk_create(added, batch_size=CHUNK)
    Findable.objects.bulk_update(changed, ["text"], batch_size=CHUNK)
    new = {word for row in [*added, *changed] for word in name_words(row.text)}
    old = {word for row in changed for word in name_words(before[row.person_id])}
    add_words(new - old)
    drop_unused(old - new)
    return {"added": len(added), "changed": len(changed)}


def texts_of(ids: Collection[int]) -> dict[int, str]:
    """What each of these people is to be found by."""
    emails, phones = contact_details(ids)
    names = ("given_name", "family_name", "known_as")
    rows = Person.objects.filter(pk__in=ids).order_by("pk").values_list("pk", *names, "address__postcode")
    return {
        pk: text_of([given, family, known_as], family, sorted(emails[pk]), sorted(phones[pk]), postcode or "")
        for pk, given, family, known_as, postcode in rows
    }


def add_words(words: Iterable[str]) -> None:
    """Know these words of names, as far as they are new."""
    new = sorted(words)
    insert_columns(NameWord, but_known=True, word=new, backwards=[word[::-1] for word in new])


def drop_unused(words: Iterable[str]) -> None:
    """Forget those of these words that nobody's name holds any more."""
    for chunk in in_chunks(sorted(words)):
        with connection.cursor() as cursor:
            cursor.execute(*backend().drop_unused(chunk))
