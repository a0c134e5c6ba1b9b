"""Pages of research meetings, which say plainly that they are no approach."""

from django.urls import reverse

from m4c.events.models import Event
from m4c.power.models import ResearchMeeting
from tests.cast import Cast
from tests.factories import TODAY, gathering, queries_of, signed_in, words_of
from tests.power.recording import owner_of, research_of


def test_one_is_written_up_with_its_event(cast: Cast) -> None:
    owner, event = owner_of(cast), gathering(cast, title="Over tea", kind=Event.Kind.RESEARCH.value)
    gathering(cast, title="A public meeting")
    client = signed_in(cast, "leader")

    form = words_of(client.get(f"{reverse('write-up-research')}?with={owner.uid}"))
    assert "counts as no approach, starts no clock" in form
    assert "Over tea" in form
    assert "A public meeting" not in form
    sent = {"event": event.uid, "powerholder": owner.name, "held_on": TODAY, "learnt": "Much", "group": "cardiff"}
    answer = client.post(reverse("write-up-research"), sent)

    meeting = ResearchMeeting.objects.get()
    assert answer["Location"] == reverse("research-meeting", kwargs={"uid": meeting.uid})
    assert (meeting.event, meeting.powerholder) == (event, owner)
    assert "counts as no approach" in words_of(client.get(answer["Location"]))


def test_a_change_keeps_an_event_that_one_may_not_see(cast: Cast) -> None:
    event = gathering(cast, cast.manchester, kind=Event.Kind.RESEARCH.value, visibility="invited")
    meeting = research_of(cast)
    ResearchMeeting.objects.update(event=event)
    address = reverse("change-research", kwargs={"uid": meeting.uid})
    client = signed_in(cast, "leader")

    assert "Street lights" not in words_of(client.get(address))
    client.post(address, {"whom": "An officer", "held_on": TODAY, "learnt": "More"})

    meeting.refresh_from_db()
    assert (meeting.learnt, meeting.event) == ("More", event)


def test_the_list_takes_as_many_queries_for_three_as_for_one(cast: Cast) -> None:
    research_of(cast, owner_of(cast))
    client, address = signed_in(cast, "leader"), reverse("research-meetings")
    before = queries_of(client, address)
    for number in range(2):
        research_of(cast, owner_of(cast, f"Owner {number}"))

    assert queries_of(client, address) == before
    assert signed_in(cast, "leader_elsewhere").get(address).context["page"].rows == []
