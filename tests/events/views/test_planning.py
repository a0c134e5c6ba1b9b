"""Planning in the workspace: the folded rest of the form, what is near a day, the same again, others' meetings."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from m4c.events.models import CoHost, Event, OutsideHost
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import edit_event
from m4c.people.models import Group
from tests.cast import Cast
from tests.factories import TODAY, gathering, queries_of, signed_in, somebody, words_of

PLAN = reverse("plan-event")


def of(event: Event, name: str) -> str:
    return reverse(name, kwargs={"uid": event.uid})


def soon(cast: Cast, **more: object) -> Event:
    return gathering(cast, starts_at=timezone.now() + timedelta(days=1), **more)  # type: ignore[arg-type]


def typed(**more: object) -> dict[str, object]:
    """What somebody fills in to plan an event."""
    facts = {"title": "Soup and songs", "kind": "social", "group": "cardiff", "day": "2026-12-04", "starts": "18:00"}
    return facts | {"visibility": "group"} | more


def test_the_rest_of_the_plan_is_kept(cast: Cast) -> None:
    bethan = cast.person("leader")
    rest = {
        "details": "Bring a bowl.",
        "link": "meet.example.org/soup",
        "capacity": "40",
        "access": ["food", "bsl"],
        "language": "cy",
        "contact": bethan.name,
        "contact-chosen": str(bethan.uid),
        "co_hosts": ["manchester"],
    }
    signed_in(cast, "leader").post(PLAN, typed(**rest))
    event = Event.objects.get()
    assert (event.details, event.link, event.capacity) == ("Bring a bowl.", "https://meet.example.org/soup", 40)
    assert (event.access, event.language, event.contact) == (["bsl", "food"], "cy", bethan)
    assert CoHost.objects.get().group == cast.manchester


def test_a_change_keeps_what_was_planned(cast: Cast) -> None:
    bethan = cast.person("leader")
    event = soon(cast, capacity=40, access=("food",), co_hosts=(cast.manchester,), contact=bethan)
    client = signed_in(cast, "leader")
    form = client.get(of(event, "edit-event")).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    sent |= {"contact": bethan.name, "contact-chosen": str(bethan.uid), "title": "New"}
    assert client.post(of(event, "edit-event"), {k: v for k, v in sent.items() if v is not False}).status_code == 302
    event.refresh_from_db()
    assert (event.title, event.capacity, event.access, event.contact) == ("New", 40, ["food"], bethan)
    assert CoHost.objects.count() == 1


def test_a_contact_kept_safe_is_neither_shown_nor_lost(cast: Cast) -> None:
    hana = cast.person("protected_member")
    event = soon(cast, contact=hana)
    client = signed_in(cast, "organiser")
    assert hana.name not in words_of(client.get(of(event, "event"))) + words_of(client.get(of(event, "edit-event")))
    client.post(of(event, "edit-event"), typed())
    event.refresh_from_db()
    assert (event.title, event.contact) == ("Soup and songs", hana)


def test_an_hour_that_the_clocks_leave_out_is_refused_beside_its_field(cast: Cast) -> None:
    text = words_of(signed_in(cast, "leader").post(PLAN, typed(day="2027-03-28", starts="01:30")), 422)
    assert "The clocks go forward that night: there is no 01:30." in text


def test_what_is_refused_in_the_rest_is_unfolded(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    assert '<details class="disclosure " open' in words_of(client.post(PLAN, typed(capacity="0")), 422)
    assert '<details class="disclosure " open' not in words_of(client.post(PLAN, typed(title="")), 422)


def test_what_is_near_a_day_is_shown_without_saving_and_without_script(cast: Cast) -> None:
    text = words_of(signed_in(cast, "leader").post(PLAN, typed(title="", day="2027-02-09", look="day")))
    assert ("Ramadan" in text, "Ash Wednesday" in text, "This field is required" in text) == (True, True, False)
    assert not Event.objects.exists()


def test_htmx_gets_what_is_near_a_day_alone(cast: Cast) -> None:
    headers = {"HX-Request": "true", "HX-Target": "days-near"}
    text = words_of(signed_in(cast, "leader").get(PLAN, {"day": "2027-03-26"}, headers=headers))
    assert text.startswith('<div id="days-near"')
    assert ("Good Friday" in text, "Nobody has written down school holidays yet." in text) == (True, True)


def test_nonsense_for_a_day_shows_nothing_near(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    for day in ("?", "2027-02-31", "9999-01-01", "0001-01-01"):
        assert "Near " not in words_of(client.get(PLAN, {"day": day}))
        words_of(client.post(PLAN, typed(title="", day=day)), 422)


def test_the_same_is_planned_on_another_day(cast: Cast) -> None:
    event = soon(cast, place="The Forum")
    answer = signed_in(cast, "leader").post(of(event, "another-day"), {"day": "2027-04-01"})
    again = Event.objects.exclude(pk=event.pk).get()
    assert (answer["Location"], again.place) == (of(again, "edit-event"), "The Forum")
    assert timezone.localdate(again.starts_at) == date(2027, 4, 1)


def test_somebody_elses_meeting_asks_whose_it_is(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    answer = client.post(PLAN, typed(kind="others"))
    event = Event.objects.get()
    assert answer["Location"] == of(event, "whose-meeting")
    client.post(of(event, "whose-meeting"), {"body": "Demos", "panel": "One MP\nA pollster"})
    text = words_of(client.get(of(event, "event")))
    assert ("Demos" in text, "A pollster" in text) == (True, True)
    assert "Demos" in words_of(client.get(of(event, "whose-meeting")))
    words_of(client.post(of(event, "whose-meeting"), {"body": ""}), 422)
    assert OutsideHost.objects.get().body == "Demos"


def test_those_coming_who_were_not_told_stand_on_the_page(cast: Cast) -> None:
    event, untold = soon(cast), "Those coming have not been told"
    client = signed_in(cast, "leader")
    edit_event(event=event, values={"place": "The library"}, by=cast.leader)
    assert untold not in words_of(client.get(of(event, "event")))  # nobody is coming yet
    record_attendance(event=event, person=somebody(cast), state="yes", by=cast.organiser)
    assert untold in words_of(client.get(of(event, "event")))
    assert untold not in words_of(signed_in(cast, "member").get(of(event, "event")))
    client.post(of(event, "tell-of-change"))
    assert untold not in words_of(client.get(of(event, "event")))


def test_a_group_that_is_not_offered_holds_it_all_the_same_after_a_change(cast: Cast) -> None:
    event = soon(cast, co_hosts=(cast.manchester, cast.norwich))
    Group.objects.filter(pk=cast.norwich.pk).update(ended_on=TODAY)
    signed_in(cast, "leader").post(of(event, "edit-event"), typed(co_hosts=["manchester"]))
    assert set(CoHost.objects.values_list("group__slug", flat=True)) == {"manchester", "norwich"}


def test_why_it_was_called_off_stands_on_the_page(cast: Cast) -> None:
    event, client = soon(cast), signed_in(cast, "leader")
    assert "Call it off?" in words_of(client.get(of(event, "call-off-event")))
    client.post(of(event, "call-off-event"), {"why": "The hall is flooded."})
    assert "The hall is flooded." in words_of(signed_in(cast, "member").get(of(event, "event")))


def test_the_form_takes_few_statements(cast: Cast) -> None:
    event = soon(cast, co_hosts=(cast.manchester,), contact=cast.person("leader"))
    client = signed_in(cast, "leader")
    assert (queries_of(client, PLAN) <= 15, queries_of(client, of(event, "edit-event")) <= 22) == (True, True)
