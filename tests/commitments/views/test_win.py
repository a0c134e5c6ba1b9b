"""Wins in the workspace: the list with its filters and leaves, one, writing it down, looking again, everybody."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.campaigns.casework import campaign_field
from m4c.commitments.models import Win, WinLook
from m4c.commitments.operations.win import WinRefused, record_win
from m4c.commitments.wins.forms import RecordWinForm
from m4c.power.operations.institution import NewInstitution, add_institution, end_institution
from tests.cast import Cast
from tests.commitments.promising import a_promise
from tests.commitments.winning import SAID, a_campaign, a_win, new_win
from tests.factories import NOW, TODAY, queries_of, signed_in, words_of

WINS = "/organise/campaigns/wins/"


def at(win: Win, what: str = "") -> str:
    return f"{WINS}{win.uid}/{what}"


def test_the_list_teaches_where_it_is_empty_and_filters(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    assert "No win is written down yet" in words_of(client.get(WINS))
    campaign = a_campaign(cast)
    a_win(cast, campaign=campaign)
    a_win(cast, name="They met us", kind="quality", look_again_on=timezone.localdate())
    a_win(cast, name="Elsewhere", group=cast.manchester)
    for query, shown in (
        ("", {"The lamps burn again", "They met us"}),
        (f"?campaign={campaign.uid}", {"The lamps burn again"}),
        ("?kind=quality", {"They met us"}),
        ("?due=yes", {"They met us"}),
        ("?kind=partial", set()),
    ):
        text = words_of(client.get(WINS + query))
        assert {name for name in ("The lamps burn again", "They met us", "Elsewhere") if name in text} == shown


def test_a_win_tells_of_its_campaign_only_those_who_see_it(cast: Cast) -> None:
    client, elsewhere = signed_in(cast, "leader"), a_campaign(cast, "Clean stairs", cast.manchester)
    won = a_win(cast)
    Win.objects.update(campaign=elsewhere)
    for page in (WINS, at(won)):
        text = words_of(client.get(page))
        assert ("The lamps burn again" in text, "Clean stairs" in text) == (True, False)


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    a_win(cast, campaign=a_campaign(cast))
    one = queries_of(client, WINS)
    for name in ("Two", "Three"):
        a_win(cast, name=name, campaign=a_campaign(cast, name))
    assert queries_of(client, WINS) == one


def test_written_down_put_right_looked_at_and_published(cast: Cast) -> None:
    client, campaign = signed_in(cast, "organiser"), a_campaign(cast)
    form = words_of(client.get(f"{reverse('record-win')}?campaign={campaign.uid}"))
    assert f'value="{campaign.uid}" selected' in form
    sent = SAID | {"group": "cardiff", "campaign": str(campaign.uid)}
    refused = client.post(reverse("record-win"), sent | {"kind": "expiring"})
    assert "Say until when it lasts." in words_of(refused, 422)
    client.post(reverse("record-win"), sent)
    won = Win.objects.get()
    assert (won.campaign, won.group) == (campaign, cast.cardiff)
    client.post(at(won, "edit/"), SAID | {"name": "Light again", "campaign": str(campaign.uid)})
    text = words_of(client.get(at(won)))
    assert ("Light again" in text, "Only your own groups read it so far." in text) == (True, True)
    client.post(at(won, "publishing/"))
    assert "Take it down" in words_of(client.get(at(won)))
    client.post(at(won, "taking-down/"))
    assert not Win.objects.public().exists()
    today = timezone.localdate()
    look = {"stands": "yes", "words": "All burn", "on": f"{today}", "next_look": f"{today + timedelta(days=60)}"}
    assert "This field is required." in words_of(client.post(at(won, "looks/"), look | {"words": ""}), 422)
    client.post(at(won, "looks/"), look)
    assert (WinLook.objects.get().words, "All burn" in words_of(client.get(at(won)))) == ("All burn", True)


def test_a_win_of_another_group_is_not_there(cast: Cast) -> None:
    won = a_win(cast, group=cast.manchester)
    assert signed_in(cast, "leader").get(at(won)).status_code == 404


def test_putting_a_win_right_keeps_a_campaign_that_one_does_not_see(cast: Cast) -> None:
    won = a_win(cast, campaign=a_campaign(cast, group=cast.manchester))
    before = won.campaign_id
    client = signed_in(cast, "leader")
    assert str(won.campaign) not in words_of(client.get(at(won, "edit/")))
    client.post(at(won, "edit/"), SAID | {"name": "Light again", "campaign": ""})
    won.refresh_from_db()
    assert (won.name, won.campaign_id) == ("Light again", before)


def test_a_win_says_which_promise_was_kept_by_it(client: Client, cast: Cast) -> None:
    campaign = a_campaign(cast)
    promise, other = a_promise(cast, campaign=campaign), a_promise(cast)
    client.force_login(cast.leader)
    form = f"{reverse('record-win')}?commitment={promise.uid}"
    page = words_of(client.get(form))
    assert str(promise.uid) in page
    assert str(other.uid) not in page
    given = {name: value for name, value in SAID.items() if value} | {"group": "cardiff", "on": "2026-09-01"}
    client.post(form, given | {"campaign": str(campaign.uid), "commitment": str(promise.uid)})
    won = Win.objects.get()
    assert won.commitment == promise
    shown = words_of(client.get(reverse("win", kwargs={"uid": won.uid})))
    assert reverse("commitment", kwargs={"uid": promise.uid}) in shown
    there = words_of(client.get(reverse("commitment", kwargs={"uid": promise.uid})))
    assert reverse("win", kwargs={"uid": won.uid}) in there
    assert "commitment" not in RecordWinForm(by=cast.leader).fields


def test_a_promise_that_one_does_not_see_is_neither_offered_nor_lost(client: Client, cast: Cast) -> None:
    theirs = a_promise(cast, group=cast.manchester)
    client.force_login(cast.leader)
    assert str(theirs.uid) not in words_of(client.get(f"{reverse('record-win')}?commitment={theirs.uid}"))
    a_win(cast, commitment=theirs)
    with pytest.raises(WinRefused) as refused:
        record_win(group=cast.cardiff, new=new_win(commitment=theirs), at=NOW, by=cast.leader)
    assert refused.value.code == "unseen"
    won = Win.objects.get()
    edit = reverse("edit-win", kwargs={"uid": won.uid})
    assert str(theirs.uid) not in words_of(client.get(edit))
    client.post(edit, {name: value for name, value in SAID.items() if value} | {"on": "2026-09-01", "name": "Lamps"})
    won.refresh_from_db()
    assert (won.name, won.commitment) == ("Lamps", theirs)


def test_the_lists_to_choose_from_stay_short_and_offer_what_stands_there(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaign_field, "MOST_OFFERED", 1)
    client, long_ago = signed_in(cast, "leader"), timezone.localdate() - timedelta(days=900)
    oldest = a_campaign(cast, "Oldest of all", starts_on=long_ago)
    a_campaign(cast, "Newest of all", starts_on=timezone.localdate())
    for query, shown in (
        ("", (False, True)),
        (f"?campaign={oldest.uid}", (True, True)),
        ("?campaign=x", (False, True)),
    ):
        for page in (WINS, reverse("record-win")):
            text = words_of(client.get(page + query))
            assert tuple(f"{name} of all (Cardiff)" in text for name in ("Oldest", "Newest")) == shown
    assert "<m4c-select" in words_of(client.get(WINS))


def test_a_body_whose_rule_changed_is_typed_even_one_that_is_no_more(cast: Cast) -> None:
    client = signed_in(cast, "organiser")
    body = add_institution(new=NewInstitution("Lamps Board", "other"), by=cast.organiser)
    end_institution(institution=body, on=TODAY, by=cast.organiser)
    assert "Lamps Board" in words_of(client.get(f"{reverse('pick-power')}?what=institution-ever&rule_body=Lamps"))
    assert "Lamps Board" not in words_of(client.get(f"{reverse('pick-power')}?what=institution&rule_body=Lamps"))
    rule = {"rule_body": "Lamps Board", "rule": "Lamps are mended in a week", "scope_words": "The estate"}
    sent = SAID | rule | {"rule_from": str(SAID["on"]), "group": "cardiff"}
    client.post(reverse("record-win"), sent)
    won = Win.objects.get()
    assert won.rule_body == body
    assert 'value="Lamps Board"' in words_of(client.get(at(won, "edit/")))
