"""Events in the workspace: the list, one event's page, planning, changing, calling off and putting back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Event
from m4c.events.operations.attendance import Came, record_attendance, record_attendances
from m4c.events.operations.event import count_heads
from tests.cast import Cast
from tests.factories import gathering, queries_of, signed_in, somebody, words_of

LIST = reverse("events")


def of(event: Event, name: str = "event") -> str:
    return reverse(name, kwargs={"uid": event.uid})


def soon(cast: Cast, days: float = 1, **more: object) -> Event:
    """An event so many days from this very day."""
    return gathering(cast, starts_at=timezone.now() + timedelta(days=days), **more)  # type: ignore[arg-type]


def typed(**more: str) -> dict[str, str]:
    """What somebody fills in to plan an event."""
    facts = {"title": "Soup and songs", "kind": "social", "group": "cardiff", "day": "2026-12-04", "starts": "18:00"}
    return facts | {"visibility": "group"} | more


# The list


def test_what_is_coming_stands_before_what_has_been(cast: Cast) -> None:
    soon(cast, 2, title="Later")
    soon(cast, 1, title="Sooner")
    soon(cast, -2, title="Longer ago")
    soon(cast, -1, title="Yesterday")
    text = words_of(signed_in(cast, "member").get(LIST))
    places = [text.index(title) for title in ("Sooner", "Later", "Yesterday", "Longer ago")]
    assert places == sorted(places)


def test_the_list_is_narrowed_by_group_and_kind(cast: Cast) -> None:
    soon(cast, title="Ours")
    soon(cast, title="Below", group=cast.st_mellons)
    soon(cast, title="A stall", kind=Event.Kind.STALL)
    client = signed_in(cast, "organiser")
    text = words_of(client.get(LIST, {"group": "st-mellons"}))
    assert ("Below" in text, "Ours" in text, "A stall" in text) == (True, False, False)
    text = words_of(client.get(LIST, {"kind": "stall"}))
    assert ("Below" in text, "Ours" in text, "A stall" in text) == (False, False, True)


def test_nonsense_in_the_address_is_no_filter(cast: Cast) -> None:
    soon(cast, title="Ours")
    assert "Ours" in words_of(signed_in(cast, "organiser").get(LIST, {"group": "?", "kind": "?", "after": "?"}))


def test_others_events_are_not_in_the_list(cast: Cast) -> None:
    soon(cast, title="Theirs", group=cast.manchester)
    soon(cast, title="Secret", visibility="invited")
    text = words_of(signed_in(cast, "member").get(LIST))
    assert ("Theirs" in text, "Secret" in text) == (False, False)


def test_pages_of_what_has_been_go_on_alone(cast: Cast) -> None:
    for number in range(27):
        soon(cast, -number - 1, title=f"Past {number:02}")
    soon(cast, title="Coming soon")
    client = signed_in(cast, "member")
    first = client.get(LIST)
    second = words_of(client.get(LIST + first.context["past"].older))
    assert ("Past 24" in first.content.decode(), "Past 25" in second, "Coming soon" in second) == (True, True, False)


def test_htmx_gets_the_list_alone(cast: Cast) -> None:
    headers = {"HX-Request": "true", "HX-Target": "events-list"}
    text = words_of(signed_in(cast, "member").get(LIST, headers=headers))
    assert text.startswith('<div id="events-list"')


def test_the_list_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    soon(cast)
    client = signed_in(cast, "organiser")
    one = queries_of(client, LIST)
    soon(cast, 2)
    soon(cast, -2)
    assert queries_of(client, LIST) == one <= 10


# One event


def test_an_event_says_when_and_where_and_who_came_by_whom(cast: Cast) -> None:
    event = soon(cast, -1, place="Jubilee Hall")
    record_attendance(event=event, person=somebody(cast), brought_by=cast.person("leader"), by=cast.organiser)
    count_heads(event=event, number=75, how="estimated", said_by="The Echo", by=cast.organiser)
    text = words_of(signed_in(cast, "organiser").get(of(event)))
    brought = "Came · brought by Bethan Griffiths"
    for words in ("Jubilee Hall", "Amal Yusuf", brought, "1 person", "Estimated, The Echo", "75"):
        assert words in text


def test_those_who_said_yes_stand_beside_how_many_are_wanted(cast: Cast) -> None:
    event = soon(cast, 5, target=40)
    assert "0 of the 40 we want there" in words_of(signed_in(cast, "organiser").get(of(event)))
    record_attendance(event=event, person=somebody(cast), state="yes", by=cast.organiser)
    assert "1 of the 40 we want there" in words_of(signed_in(cast, "organiser").get(of(event)))


@pytest.mark.parametrize(
    ("days", "pressing"), [(0.1, {"At the door", "Turnout"}), (9, {"Turnout"}), (-9, {"Afterwards"})]
)
def test_what_presses_changes_with_the_day(cast: Cast, days: float, pressing: set[str]) -> None:
    panels = signed_in(cast, "organiser").get(of(soon(cast, days))).context["panels"]
    assert {str(panel.title) for panel in panels if panel.is_pressing} == pressing


def test_names_lead_to_a_page_where_one_may_open_it(cast: Cast) -> None:
    event = soon(cast, -1)
    kofi = record_attendance(event=event, person=cast.person("member"), by=cast.organiser).person
    page = reverse("person", kwargs={"uid": kofi.uid})
    assert page in words_of(signed_in(cast, "organiser").get(of(event)))
    text = words_of(signed_in(cast, "member").get(of(event)))
    assert ("Kofi Mensah" in text, page in text) == (True, False)


def test_pages_of_who_came_go_on(cast: Cast) -> None:
    event, client = soon(cast, -1), signed_in(cast, "organiser")
    rows = [Came(somebody(cast, f"Person{number:02} Example")) for number in range(52)]
    record_attendances(event=event, rows=rows, by=cast.organiser)
    first = client.get(of(event))
    second = words_of(client.get(of(event) + first.context["page"].older))
    assert ("Person49" in first.content.decode(), "Person50" in second, "Person49" in second) == (True, True, False)


def test_a_member_sees_how_many_came_and_nobody_by_name(cast: Cast) -> None:
    event = soon(cast, -1)
    record_attendance(event=event, person=somebody(cast), by=cast.organiser)
    text = words_of(signed_in(cast, "member").get(of(event)))
    assert ("Amal" in text, "1 person" in text, "you see yourself" in text) == (False, True, True)


def test_whoever_sees_some_reads_whose_names_they_see_wherever_who_came_is_listed(cast: Cast) -> None:
    """The number counts everybody, and each list says that it has one's own, whether it has any or not."""
    event, told = gathering(cast, days=-400), "By name you see yourself and those whom you brought or asked."
    leader = cast.person("leader")
    for name, bringer in (("Ebo Iwu", leader), ("Nest Abara", None), ("Amal Yusuf", None)):
        person = somebody(cast, name)
        record_attendance(event=event, person=person, state="came", brought_by=bringer, by=cast.operator)
    pages = [reverse(name, kwargs={"uid": event.uid}) for name in ("event", "attendance", "afterwards", "meeting")]
    for persona, is_told, seen in (("leader", True, {"Ebo Iwu"}), ("organiser", False, {"Ebo Iwu", "Nest Abara"})):
        client = signed_in(cast, persona)
        texts = [words_of(client.get(page)) for page in pages]
        assert [told in text for text in texts] == [is_told] * 4
        assert {name for name in ("Ebo Iwu", "Nest Abara") if name in texts[0]} == seen
        assert "<strong>3 people</strong> are recorded" in texts[0]
    member = words_of(signed_in(cast, "member").get(pages[0]))
    assert (told in member, "<strong>3 people</strong> are recorded" in member, "Ebo Iwu" in member) == (
        True,
        True,
        False,
    )


def test_a_list_with_nobody_of_ones_own_does_not_say_that_it_is_empty(cast: Cast) -> None:
    event = soon(cast, 3)
    record_attendance(event=event, person=somebody(cast), state="asked", by=cast.operator)
    member = words_of(signed_in(cast, "member").get(of(event)))
    assert ("Nobody is written down" in member, "You are not written down" in member) == (False, True)


def test_somebody_kept_safe_is_on_no_list_and_brought_nobody(cast: Cast) -> None:
    event, hana = soon(cast, -1), cast.person("protected_member")
    record_attendance(event=event, person=hana, by=cast.operator)
    record_attendance(event=event, person=somebody(cast), brought_by=hana, by=cast.operator)
    for persona in ("organiser", "national_organiser", "data_protection"):
        text = words_of(signed_in(cast, persona).get(of(event)))
        assert ("Amal Yusuf" in text, "Hana" in text, "Čermáková" in text) == (True, False, False)


def test_an_event_for_those_invited_is_not_there_for_a_member(cast: Cast) -> None:
    event = soon(cast, visibility="invited")
    assert signed_in(cast, "leader").get(of(event)).status_code == 200
    assert signed_in(cast, "member").get(of(event)).status_code == 404


def test_an_event_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    event, bethan = soon(cast, -1), cast.person("leader")
    record_attendance(event=event, person=somebody(cast), brought_by=bethan, by=cast.organiser)
    client = signed_in(cast, "organiser")
    one = queries_of(client, of(event))
    for name in ("Bob Hughes", "Cai Davies"):
        record_attendance(
            event=event, person=somebody(cast, name), brought_by=somebody(cast, f"X {name}"), by=cast.organiser
        )
    assert queries_of(client, of(event)) == one <= 28


# Planning, changing, calling off


def test_an_event_is_planned(cast: Cast) -> None:
    response = signed_in(cast, "leader").post(reverse("plan-event"), typed(place="The Forum", ends="20:00"))
    event = Event.objects.get()
    assert (response.status_code, response["Location"]) == (302, of(event))
    assert (event.title, event.group, timezone.localtime(event.starts_at).hour) == ("Soup and songs", cast.cardiff, 18)


def test_a_refused_form_keeps_its_words(cast: Cast) -> None:
    response = signed_in(cast, "leader").post(reverse("plan-event"), typed(postcode="nowhere", place="The Forum"))
    text = words_of(response, 422)
    assert ("is not a postcode" in text, 'value="The Forum"' in text) == (True, True)
    assert Event.objects.count() == 0


def test_groups_are_offered_where_one_plans(cast: Cast) -> None:
    form = signed_in(cast, "leader").get(reverse("plan-event")).context["form"]
    assert [group.name for group in form.fields["group"].queryset] == ["Cardiff", "St Mellons"]
    form = signed_in(cast, "coalition_organiser").get(reverse("plan-event")).context["form"]
    assert list(form.fields["group"].queryset) == []


def test_one_group_is_not_asked_about(cast: Cast) -> None:
    response = signed_in(cast, "leader_elsewhere").get(reverse("plan-event"))
    assert response.context["form"]["group"].is_hidden
    assert 'value="manchester"' in words_of(response)


def test_nobody_plans_in_anothers_group(cast: Cast) -> None:
    response = signed_in(cast, "leader_elsewhere").post(reverse("plan-event"), typed())
    assert (response.status_code, Event.objects.count()) == (422, 0)


def test_a_group_comes_along_from_its_page(cast: Cast) -> None:
    response = signed_in(cast, "organiser").get(reverse("plan-event"), {"group": "st-mellons"})
    assert response.context["form"]["group"].value() == "st-mellons"


def test_an_event_is_changed(cast: Cast) -> None:
    event, client = soon(cast), signed_in(cast, "leader")
    text = words_of(client.get(of(event, "edit-event")))
    assert "Street lights" in text
    changed = typed(title="Lights on", day="2026-12-05")
    assert client.post(of(event, "edit-event"), changed)["Location"] == of(event)
    event.refresh_from_db()
    assert (event.title, event.kind, timezone.localdate(event.starts_at).day) == ("Lights on", "public_meeting", 5)
    words_of(client.post(of(event, "edit-event"), typed(ends="17:00")), 422)


def test_an_event_is_called_off_and_put_back(cast: Cast) -> None:
    event, client = soon(cast), signed_in(cast, "leader")
    client.post(of(event, "call-off-event"))
    text = words_of(client.get(of(event)))
    assert ("Called off" in text, "It is on after all" in text) == (True, True)
    client.post(of(event, "put-event-back"))
    assert "Called off" not in words_of(client.get(of(event)))


def test_what_puts_an_event_back_is_sent_not_opened(cast: Cast) -> None:
    assert signed_in(cast, "leader").get(of(soon(cast), "put-event-back")).status_code == 405


@pytest.mark.parametrize("name", ["call-off-event", "edit-event"])
def test_a_leader_elsewhere_changes_nothing_here(cast: Cast, name: str) -> None:
    event = soon(cast)
    assert signed_in(cast, "leader_elsewhere").post(of(event, name), typed()).status_code == 404
    public = soon(cast, visibility="public")
    signed_in(cast, "leader_elsewhere").post(of(public, name), typed())
    public.refresh_from_db()
    assert (public.title, public.cancelled_at) == ("Street lights", None)


def test_a_code_to_come_in_by_is_offered_to_those_who_may_make_one(cast: Cast) -> None:
    event = gathering(cast, starts_at=timezone.now() + timedelta(days=3))
    page = reverse("event", kwargs={"uid": event.uid})
    texts = {who: words_of(signed_in(cast, who).get(page)) for who in ("leader", "member")}
    assert {who for who, text in texts.items() if "Make a code" in text} == {"leader"}
    typed = {"purpose": event.title, "until": str(timezone.localdate(event.starts_at)), "places": "50"}
    assert all(f'value="{value}"' in texts["leader"] for value in typed.values())
    made = signed_in(cast, "leader").post(reverse("open-invitations", args=["cardiff"]), typed)
    assert "/come-in/" in words_of(made)


def test_no_code_is_offered_once_it_is_over_or_called_off(cast: Cast) -> None:
    over = gathering(cast, starts_at=timezone.now() - timedelta(days=3))
    off = gathering(cast, starts_at=timezone.now() + timedelta(days=3))
    Event.objects.filter(pk=off.pk).update(cancelled_at=timezone.now())
    pages = [reverse("event", kwargs={"uid": event.uid}) for event in (over, off)]
    assert [words_of(signed_in(cast, "leader").get(page)).count("Make a code") for page in pages] == [0, 0]
