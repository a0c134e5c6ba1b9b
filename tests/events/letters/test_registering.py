"""Letters when two people are made one: what went to either went."""

from m4c.events.models import LetterToSomebody
from m4c.people.operations.person_merge import merge
from tests.cast import Cast
from tests.events.letters.letters import ahead
from tests.factories import NOW, somebody


def test_two_letters_of_one_occasion_are_the_one_that_went(cast: Cast):
    keep, other, event = somebody(cast), somebody(cast, "Amal Yousuf"), ahead(cast)
    for person, state in ((keep, "queued"), (other, "sent")):
        facts = {"event": event, "person": person, "kind": "reminder", "state": state}
        LetterToSomebody.objects.create(**facts, queued_at=NOW)
    LetterToSomebody.objects.create(event=event, person=other, kind="change", occasion=2, queued_at=NOW)
    merge(keep=keep, other=other, choices={}, at=NOW, by=cast.operator)
    rows = LetterToSomebody.objects.filter(person=keep).values_list("kind", "state")
    assert sorted(rows) == [("change", "queued"), ("reminder", "sent")]
