"""1-2-1s on a phone: arranged, written up, followed up, moved, called off and taken back, by whoever asked."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.core.permissions import Role
from m4c.listening.models import OneToOne
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Person, ProtectedLook
from tests.cast import Cast, make_account
from tests.factories import queries_of, signed_in, somebody, words_of

LIST, ALL, NEW = reverse("one-to-ones"), reverse("all-one-to-ones"), reverse("record-one-to-one")


def today(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def of(one: OneToOne, name: str = "one-to-one") -> str:
    return reverse(name, kwargs={"uid": one.uid})


def a_talk(cast: Cast, days: int = 0, other: Person | None = None, **more: Any) -> OneToOne:
    """A 1-2-1 of the leader's, so many days from this very day."""
    facts = {"asker": cast.person("leader"), "other": other or somebody(cast), "day": today(days)} | more
    return record_one_to_one(group=cast.cardiff, new=NewOneToOne(**facts), by=cast.operator)  # type: ignore[arg-type]


def typed(whom: Person | None = None, **more: Any) -> dict[str, str]:
    facts = {"how_far": "held", "day": today().isoformat(), "group": "cardiff"}
    return facts | ({"other": whom.name, "other-chosen": str(whom.uid)} if whom else {}) | more


# Lists


def test_ones_own_stand_by_what_is_due(cast: Cast) -> None:
    a_talk(cast, 2, somebody(cast, "Ann Ahead"))
    a_talk(cast, -2, somebody(cast, "Pat Past"))
    a_talk(cast, -3, somebody(cast, "Nia Next"), held_on=today(-3), next_step="Ring her sister", next_step_by=today(1))
    a_talk(cast, -4, somebody(cast, "Dai Done"), held_on=today(-4))
    text = words_of(signed_in(cast, "leader").get(LIST))
    places = [text.index(words) for words in ("Pat Past", "Ann Ahead", "Nia Next", "Ring her sister", "Dai Done")]
    assert places == sorted(places)


def test_nothing_yet_teaches_the_first(cast: Cast) -> None:
    assert "It starts with one" in words_of(signed_in(cast, "leader").get(LIST))


def test_ones_own_are_nobody_elses(cast: Cast) -> None:
    a_talk(cast)
    make_account(cast, "Rhian", "Lloyd", cast.cardiff, Role.LEADER)
    for persona in ("organiser", "leader_elsewhere"):
        assert "Amal" not in words_of(signed_in(cast, persona).get(LIST))


def test_an_organiser_sees_those_of_the_groups(cast: Cast) -> None:
    a_talk(cast, next_step="Meet again")
    a_talk(cast, other=cast.person("protected_member"))
    text = words_of(signed_in(cast, "organiser").get(ALL))
    assert ("Bethan Griffiths" in text, "Amal Yusuf" in text, "Meet again" in text) == (True, True, True)
    assert "Čermáková" not in text
    assert "Amal" not in words_of(signed_in(cast, "organiser").get(ALL, {"group": "st-mellons"}))
    assert "Amal" not in words_of(signed_in(cast, "organiser_elsewhere").get(ALL))


@pytest.mark.parametrize(("persona", "address"), [("leader", LIST), ("organiser", ALL)])
def test_lists_take_the_same_queries_for_one_and_three(cast: Cast, persona: str, address: str) -> None:
    def some(name: str) -> None:
        a_talk(cast, 1, somebody(cast, f"{name} Ahead"))
        a_talk(cast, -1, somebody(cast, f"{name} Step"), held_on=today(-1), next_step="Ring")
        a_talk(cast, -2, somebody(cast, f"{name} Done"), held_on=today(-2))

    some("A")
    client = signed_in(cast, persona)
    one = queries_of(client, address)
    some("B")
    some("C")
    assert queries_of(client, address) == one <= 9


# Recording


def test_one_that_was_held_is_written_up(cast: Cast) -> None:
    amal, client = somebody(cast, met_by=cast.person("leader")), signed_in(cast, "leader")
    response = client.post(NEW, typed(amal, next_step="Meet her sister", next_step_by=today(7).isoformat()))
    one = OneToOne.objects.get()
    assert response["Location"] == of(one)
    assert (one.asker, one.other, one.state, one.next_step) == (cast.person("leader"), amal, "held", "Meet her sister")


def test_one_is_arranged_for_a_day_to_come(cast: Cast) -> None:
    amal = somebody(cast, met_by=cast.person("leader"))
    later = typed(amal, how_far="arranged", day=today(3).isoformat())
    signed_in(cast, "leader").post(NEW, later)
    assert OneToOne.objects.get().state == "arranged"


def test_one_is_not_held_on_a_day_to_come(cast: Cast) -> None:
    amal = somebody(cast, met_by=cast.person("leader"))
    response = signed_in(cast, "leader").post(NEW, typed(amal, day=today(1).isoformat(), next_step="Ring"))
    text = words_of(response, 422)
    assert ("still to come" in text, 'value="Ring"' in text, f'value="{amal.uid}" checked' in text) == (
        True,
        True,
        True,
    )


def test_somebody_new_is_met_in_the_same_form(cast: Cast) -> None:
    new = typed(None, **{"other": "Kit Okafor", "other-chosen": "new", "other-phone": "07700 900321"})
    signed_in(cast, "leader").post(NEW, new)
    assert OneToOne.objects.get().other.met_by == cast.person("leader")


def test_of_somebody_kept_safe_whom_one_did_not_find_nothing_is_told(cast: Cast) -> None:
    hana = cast.person("protected_member")
    new = typed(None, **{"other": hana.name, "other-chosen": "new", "other-email": hana.emails.get().address})
    response = signed_in(cast, "organiser").post(NEW, new)
    assert (response["Location"], OneToOne.objects.get().other) == (LIST, hana)
    assert "Čermáková" not in words_of(signed_in(cast, "organiser").get(LIST))


def test_a_link_from_somebodys_page_brings_them_along(cast: Cast) -> None:
    amal = somebody(cast, met_by=cast.person("leader"))
    text = words_of(signed_in(cast, "leader").get(NEW, {"with": str(amal.uid)}))
    assert f'value="{amal.uid}" checked' in text
    elsewhere = somebody(cast, "Zadie Newcomb", cast.manchester)
    assert "Zadie" not in words_of(signed_in(cast, "leader").get(NEW, {"with": str(elsewhere.uid)}))
    words_of(signed_in(cast, "leader").get(NEW, {"with": "nonsense"}))


def test_only_an_organiser_is_asked_whose_it_was(cast: Cast) -> None:
    assert "asker" not in signed_in(cast, "leader").get(NEW).context["form"].fields
    bethan, amal = cast.person("leader"), somebody(cast)
    anothers = typed(amal, asker=bethan.name, **{"asker-chosen": str(bethan.uid)})
    signed_in(cast, "leader").post(NEW, typed(amal, asker="Siân Prosser") | {"other-chosen": "new"})
    assert OneToOne.objects.get().asker == bethan  # what a leader sends of it is not read
    signed_in(cast, "organiser").post(NEW, anothers)
    assert OneToOne.objects.get(other=amal).asker == bethan


@pytest.mark.parametrize("persona", ["member", "editor", "treasurer", "data_protection"])
def test_others_record_nothing(cast: Cast, persona: str) -> None:
    assert signed_in(cast, persona).get(NEW).status_code == 403


def test_nobody_records_in_anothers_group(cast: Cast) -> None:
    response = signed_in(cast, "leader_elsewhere").post(
        NEW, typed(None, **{"other": "Kit Okafor", "other-chosen": "new"})
    )
    assert (response.status_code, OneToOne.objects.count()) == (422, 0)


def test_words_about_somebody_stand_beside_the_way_to_safety(cast: Cast) -> None:
    text = words_of(signed_in(cast, "leader").get(NEW))
    assert ("Someone may be at risk?" in text, "Write as if they will read it" in text) == (True, True)


# One by itself


def test_it_is_held_and_followed_up_and_taken_back(cast: Cast) -> None:
    one, client = a_talk(cast), signed_in(cast, "leader")
    assert "Write down what you heard" in words_of(client.get(of(one)))

    client.post(of(one, "hold-one-to-one"), {"on": today().isoformat(), "next_step": "Ring", "next_step_by": ""})
    assert "Ring" in words_of(client.get(of(one)))
    client.post(of(one, "follow-up-one-to-one"))
    assert "The next step did not happen" in words_of(client.get(of(one)))

    for state in ("held", "arranged"):
        client.post(of(one, "reopen-one-to-one"))
        one.refresh_from_db()
        assert one.state == state


def test_following_up_leads_back_to_where_the_button_stood(cast: Cast) -> None:
    one = a_talk(cast, held_on=today(), next_step="Ring")
    response = signed_in(cast, "leader").post(of(one, "follow-up-one-to-one"), {"next": "/organise/"})
    one.refresh_from_db()
    assert (response["Location"], one.followed_up_on) == ("/organise/", today())


def test_it_is_moved_called_off_and_put_on_again(cast: Cast) -> None:
    one, client = a_talk(cast, 1), signed_in(cast, "leader")
    client.post(of(one, "rearrange-one-to-one"), {"day": today(4).isoformat()})
    client.post(of(one, "call-off-one-to-one"))
    one.refresh_from_db()
    assert (one.day, one.state) == (today(4), "called_off")
    assert "It is on after all" in words_of(client.get(of(one)))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("hold-one-to-one", {"on": "2999-01-01", "next_step": "Ring"}, "still to come"),
        ("follow-up-one-to-one", {"on": "2000-01-01"}, "happens after"),
        ("rearrange-one-to-one", {"day": ""}, "required"),
    ],
)
def test_a_refused_form_stands_in_its_place_with_its_words(
    cast: Cast, name: str, data: dict[str, str], words: str
) -> None:
    facts: dict[str, Any] = {"held_on": today(), "next_step": "Meet"} if name.startswith("follow") else {}
    text = words_of(signed_in(cast, "leader").post(of(a_talk(cast, **facts), name), data), 422)
    assert words in text
    assert "next_step" not in data or 'value="Ring"' in text


def changed(client: Client, one: OneToOne) -> list[int]:
    """What each way to change it answers."""
    names = ("hold", "follow-up", "rearrange", "call-off", "reopen")
    return [client.post(of(one, f"{name}-one-to-one"), {"on": today(), "day": today(1)}).status_code for name in names]


def test_a_colleague_neither_sees_nor_changes_it(cast: Cast) -> None:
    cast.accounts["colleague"] = make_account(cast, "Rhian", "Lloyd", cast.cardiff, Role.LEADER)
    one = a_talk(cast)
    for persona in ("colleague", "leader_elsewhere", "organiser_elsewhere"):
        assert signed_in(cast, persona).get(of(one)).status_code == 404
        assert changed(signed_in(cast, persona), one) == [404] * 5


def test_data_protection_sees_it_and_changes_nothing(cast: Cast) -> None:
    one = a_talk(cast)
    client = signed_in(cast, "data_protection")
    text = words_of(client.get(of(one)))
    assert ("Bethan Griffiths asked for it" in text, "Call it off" in text) == (True, False)
    assert changed(client, one) == [403] * 5


def test_with_somebody_kept_safe_her_contact_reads_how_to_reach_her_and_the_look_is_logged(cast: Cast) -> None:
    one = a_talk(cast, other=cast.person("protected_member"))
    assert "Ring on Tuesdays before noon" in words_of(signed_in(cast, "leader").get(of(one)))
    assert ProtectedLook.objects.get().door == "one-to-one"
    assert signed_in(cast, "organiser").get(of(one)).status_code == 404


def test_a_page_takes_few_queries(cast: Cast) -> None:
    assert queries_of(signed_in(cast, "leader"), of(a_talk(cast))) <= 15  # with what is known before it
    assert queries_of(signed_in(cast, "organiser"), of(a_talk(cast, -1))) <= 10


@pytest.mark.parametrize("name", ["hold", "follow-up", "rearrange", "call-off", "reopen"])
def test_what_changes_something_is_sent_not_opened(cast: Cast, name: str) -> None:
    assert signed_in(cast, "leader").get(of(a_talk(cast), f"{name}-one-to-one")).status_code == 405
