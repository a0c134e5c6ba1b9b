"""Who sits at a house meeting, for its host and for others: whoever wrote it down."""

from m4c.listening.operations.concern import NewConcern, note_concern
from m4c.listening.rounds.guests import on_the_list
from tests.cast import Cast
from tests.factories import NOW, TODAY, seers, signed_in, words_of
from tests.listening.holding import guest_at, meeting_of


def test_a_host_sees_who_sits_in_their_home_whoever_put_them_down(cast: Cast) -> None:
    meeting, hers = meeting_of(cast, cast.person("member")), meeting_of(cast)
    amal = guest_at(cast, meeting)
    guest_at(cast, meeting, person=cast.person("protected_member"))
    assert list(on_the_list(cast.member, meeting)) == list(on_the_list(cast.organiser, meeting)) == [amal]
    assert list(on_the_list(cast.member, hers)) == []


def test_the_pages_of_a_host_count_and_name_them(cast: Cast) -> None:
    meeting = meeting_of(cast)
    guest_at(cast, meeting)
    client = signed_in(cast, "leader")
    page = words_of(client.get(f"/organise/conversations/house-meetings/{meeting.uid}/"))
    assert "Amal Yusuf" in page
    assert "1 name so far" in page
    assert "Amal Yusuf" in words_of(client.get(f"/organise/conversations/house-meetings/{meeting.uid}/names/"))


def test_a_host_reads_what_was_said_in_their_home_whoever_wrote_it_down(cast: Cast) -> None:
    meeting = meeting_of(cast)
    guest = guest_at(cast, meeting).person
    heard = NewConcern("The stairs are dark", TODAY, person=guest, house_meeting=meeting)
    said = note_concern(group=cast.cardiff, new=heard, at=NOW, by=cast.organiser)
    assert seers(cast, said) == {"leader", "organiser", "national_organiser", "data_protection"}
    page = words_of(signed_in(cast, "leader").get(f"/organise/conversations/house-meetings/{meeting.uid}/"))
    assert "The stairs are dark" in page
    assert "Strike" not in page
