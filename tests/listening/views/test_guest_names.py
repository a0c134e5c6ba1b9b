"""The page of whom to ask: one's own names to tick, more on lines, and those who are asked."""

from m4c.events.models import NameAtEvent
from m4c.people.operations.name_on_list import NewName, write_name
from tests.cast import Cast
from tests.factories import TODAY, queries_of, signed_in, words_of
from tests.listening.holding import guest_at, meeting_of


def test_names_are_ticked_and_written_on_lines(cast: Cast) -> None:
    meeting = meeting_of(cast)
    carys = write_name(group=cast.cardiff, new=NewName("Carys"), on=TODAY, by=cast.leader)
    client, where = signed_in(cast, "leader"), f"/organise/conversations/house-meetings/{meeting.uid}/names/"
    assert "Carys" in words_of(client.get(where))
    client.post(where, {"names": str(carys.uid), "new": "Mair, 07700 900123\n\n  Ada from the bakery  "})
    asked = NameAtEvent.objects.values_list("name__name", "name__reach")
    assert list(asked) == [("Carys", ""), ("Mair", "07700 900123"), ("Ada from the bakery", "")]
    assert "3 names so far." in words_of(client.get(where))


def test_nobody_else_sees_them(cast: Cast) -> None:
    meeting = meeting_of(cast)
    where = f"/organise/conversations/house-meetings/{meeting.uid}/names/"
    signed_in(cast, "leader").post(where, {"new": "Mair from the bakery"})
    assert "Mair from the bakery" not in words_of(signed_in(cast, "organiser").get(where))


def test_it_takes_as_many_statements_for_three_as_for_one(cast: Cast) -> None:
    meeting, client = meeting_of(cast), signed_in(cast, "leader")
    where = f"/organise/conversations/house-meetings/{meeting.uid}/names/"

    def one_more(name: str) -> None:
        guest_at(cast, meeting, f"{name} Yusuf")
        client.post(where, {"new": f"{name} of the bakery"})
        write_name(group=cast.cardiff, new=NewName(f"{name} of the school"), on=TODAY, by=cast.leader)

    one_more("Amal")
    before = queries_of(client, where)
    one_more("Ebo")
    one_more("Mair")
    assert queries_of(client, where) == before
