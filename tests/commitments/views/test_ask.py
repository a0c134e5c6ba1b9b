"""Asks in the workspace: written down, answered by several accounts, confirmed, struck, and made a commitment of."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from m4c.commitments.models import Answer, Ask
from m4c.core.models.record import new_uid
from tests.cast import Cast
from tests.commitments.tabling import ASKED, a_councillor, a_table, an_answer, an_ask, an_assembly
from tests.commitments.winning import a_campaign
from tests.factories import queries_of, signed_in, words_of

NEW = "/organise/asks/new/"


def at(ask: Ask, what: str = "") -> str:
    return f"/organise/asks/{ask.uid}/{what}"


def said(**more: Any) -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    return {"uid": str(new_uid()), "kind": "yes", "pin": "soft", "on": today, "says_who": "We heard it"} | more


def test_an_ask_is_written_where_the_address_says(cast: Cast) -> None:
    client, councillor, table = signed_in(cast, "leader"), a_councillor(cast), a_table(cast)
    assert "Whom do you ask?" in words_of(client.get(f"{NEW}?negotiation={table.uid}&q=Trow"))
    to = f"{NEW}?negotiation={table.uid}&to={councillor.uid}"
    assert "An ask" in words_of(client.get(to))
    assert "This field is required." in words_of(client.post(to, {"pin": "hard"}), 422)
    assert client.post(to, {"words": ASKED, "pin": "hard"}).status_code == 302
    campaign = a_campaign(cast)
    client.post(f"{NEW}?campaign={campaign.uid}&to={councillor.uid}", {"words": "Alone?", "pin": "soft"})
    assembly = an_assembly(cast)
    client.post(f"{NEW}?assembly={assembly.uid}&to={councillor.uid}", {"words": "On stage?", "pin": "soft"})
    client.post(f"{NEW}?to={councillor.uid}", {"words": "Nowhere?", "pin": "soft", "group": "cardiff"})
    found = {ask.words: (ask.negotiation, ask.campaign, ask.event) for ask in Ask.objects.all()}
    assert found == {
        ASKED: (table, None, table.event),
        "Alone?": (None, campaign, None),
        "On stage?": (None, None, assembly.event),
        "Nowhere?": (None, None, None),
    }
    assert client.get(f"{NEW}?negotiation={a_table(cast, cast.manchester).uid}").status_code == 404


def test_accounts_stand_side_by_side(cast: Cast) -> None:
    client, ask = signed_in(cast, "leader"), an_ask(cast, a_table(cast))
    assert "Still to be put" in words_of(client.get(at(ask)))
    assert "This field is required." in words_of(client.post(at(ask, "answers/"), said(kind="")), 422)
    client.post(at(ask, "answers/"), said(words="I will"))
    client.post(at(ask, "answers/"), said(kind="no", says_who="His office"))
    text = words_of(client.get(at(ask)))
    answer = Answer.objects.get(kind="yes")
    shown = ("Accounts differ" in text, "I will" in text, "His office" in text, f"answer={answer.uid}" in text)
    assert shown == (True, True, True, True)
    wrong = reverse("strike-answer", kwargs={"uid": Answer.objects.get(kind="no").uid})
    assert client.post(wrong, {"why": ""}).status_code == 422
    client.post(wrong, {"why": "Another meeting"})
    text = words_of(client.get(at(ask)))
    assert ("Accounts differ" in text, "Another meeting" in text) == (False, True)


def test_on_a_stage_somebody_else_confirms(cast: Cast) -> None:
    client, ask = signed_in(cast, "leader"), an_ask(cast, event=an_assembly(cast).event)
    client.post(at(ask, "answers/"), said())
    answer = Answer.objects.get()
    confirm = reverse("confirm-answer", kwargs={"uid": answer.uid})
    text = words_of(client.get(at(ask)))
    assert (confirm in text, "record/?answer" in text, "Waits for a second person" in text) == (False, False, True)
    client.post(confirm)
    assert not Answer.objects.standing().exists()
    other = signed_in(cast, "organiser")
    assert confirm in words_of(other.get(at(ask)))
    other.post(confirm)
    assert Answer.objects.standing().exists()


def test_reworded_moved_and_struck(cast: Cast) -> None:
    client, table = signed_in(cast, "leader"), a_table(cast)
    one, two = an_ask(cast, table, words="One?"), an_ask(cast, table, words="Two?")
    client.post(at(two, "moving/up/"))
    assert list(Ask.objects.filter(negotiation=table)) == [two, one]
    client.post(at(one, "wording/"), {"words": "Uno?", "pin": "hard"})
    client.post(at(two, "striking/"))
    text = words_of(client.get(f"/organise/negotiations/{table.uid}/"))
    assert ("Uno?" in text, "Two?" in text) == (True, False)


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    client, ask = signed_in(cast, "leader"), an_ask(cast)
    an_answer(cast, ask, witnesses=[cast.person("leader")])
    one = queries_of(client, at(ask))
    for _each in range(2):
        an_answer(cast, ask, witnesses=[cast.person("leader")])
    assert queries_of(client, at(ask)) == one


def test_an_ask_of_another_group_is_not_there(cast: Cast) -> None:
    assert signed_in(cast, "leader").get(at(an_ask(cast, group=cast.manchester))).status_code == 404
