"""The pages of kits: the list, one with its runs, and what everybody reads."""

from typing import Any

from django.test import Client
from django.urls import reverse

from m4c.campaigns.models import Kit, KitRun
from tests.campaigns.casework.running import begun
from tests.campaigns.kits.making import kit_of, public_kit_of, run_of
from tests.cast import Cast
from tests.factories import queries_of, words_of

WORDS = {"name": "Fete", "group": "cardiff", "what_for": "Fun, once a year", "steps": "Ask.\nRun it."}


def page_of(kit: Kit) -> str:
    """The address of its page."""
    return reverse("kit", kwargs={"uid": kit.uid})


def test_making_one_leads_to_its_page_with_its_steps(client: Client, cast: Cast):
    client.force_login(cast.organiser)
    assert "No kit yet" in words_of(client.get(reverse("kits")))
    answer: Any = client.post(reverse("make-kit"), WORDS)
    kit = Kit.objects.get()
    assert answer.url == page_of(kit)
    page = words_of(client.get(answer.url))
    assert "<li>Ask.</li><li>Run it.</li>" in page
    assert "Nowhere yet. Yours could be the first." in page
    assert "Fete" in words_of(client.get(reverse("kits")))


def test_what_a_public_kit_was_made_of_is_told_to_those_alone_who_see_it(client: Client, cast: Cast):
    grown, campaign = kit_of(cast, name="Torch walk"), begun(cast)
    kit = public_kit_of(cast, grew_out_of=grown, campaign=campaign)
    for by, sees in ((cast.organiser, True), (cast.organiser_elsewhere, False)):
        client.force_login(by)
        page = words_of(client.get(page_of(kit)))
        assert ("Torch walk" in page, campaign.name in page) == (sees, sees)
    assert client.get(reverse("make-kit"), {"campaign": "nonsense"}).status_code == 200


def test_what_it_was_made_of_stays_where_whoever_changes_it_does_not_see_it(client: Client, cast: Cast):
    campaign = begun(cast, group=cast.manchester)
    kit = kit_of(cast)
    Kit.objects.filter(pk=kit.pk).update(campaign=campaign)
    client.force_login(cast.organiser)
    assert campaign.name not in words_of(client.get(reverse("change-kit", kwargs={"uid": kit.uid})))
    client.post(reverse("change-kit", kwargs={"uid": kit.uid}), WORDS)
    kit.refresh_from_db()
    assert (kit.name, kit.campaign) == ("Fete", campaign)


def test_a_refused_kit_keeps_its_words(client: Client, cast: Cast):
    kit_of(cast)
    client.force_login(cast.organiser)
    page = words_of(client.post(reverse("make-kit"), WORDS | {"name": "Lantern walk"}), 422)
    assert "This group has a kit of that name." in page
    assert "Fun, once a year" in page


def test_it_is_shown_to_everybody_and_taken_down(client: Client, cast: Cast):
    kit = kit_of(cast)
    public = reverse("public-kit", kwargs={"slug": kit.slug})
    assert client.get(public).status_code == 404
    client.force_login(cast.editor)
    client.post(reverse("publish-kit", kwargs={"uid": kit.uid}))
    assert "Walk at six." in words_of(Client().get(public))
    assert kit.name in words_of(Client().get(reverse("public-kits")))
    client.post(reverse("take-down-kit", kwargs={"uid": kit.uid}))
    assert Client().get(public).status_code == 404


def test_a_run_among_ourselves_stands_on_no_public_page(client: Client, cast: Cast):
    kit = public_kit_of(cast)
    run_of(cast, kit, "Splott", came=31)
    run_of(cast, kit, "Roath", came=12, is_public=True)
    client.force_login(cast.organiser)
    inside = words_of(client.get(page_of(kit)))
    outside = words_of(Client().get(reverse("public-kit", kwargs={"slug": kit.slug})))
    assert ("Splott" in inside, "Roath" in inside) == (True, True)
    assert ("Splott" in outside, "Roath" in outside) == (False, True)


def test_running_it_in_ones_place_and_saying_how_it_went(client: Client, cast: Cast):
    kit = public_kit_of(cast)
    client.force_login(cast.organiser_elsewhere)
    sent = {"group": "manchester", "place": "Longsight", "postcode": "M1 1AE", "on": "2026-10-01"}
    client.post(reverse("run-kit", kwargs={"uid": kit.uid}), sent)
    run = KitRun.objects.get()
    change = reverse("change-kit-run", kwargs={"uid": run.uid})
    client.post(change, sent | {"came": "40", "words": "A new group began."})
    assert "A new group began." in words_of(client.get(page_of(kit)))


def test_a_postcode_that_is_none_is_said_so(client: Client, cast: Cast):
    kit = kit_of(cast)
    client.force_login(cast.organiser)
    sent = {"group": "cardiff", "place": "Splott", "postcode": "nowhere"}
    assert "That is no postcode." in words_of(client.post(reverse("run-kit", kwargs={"uid": kit.uid}), sent), 422)


def test_the_lists_cost_the_same_for_more(client: Client, cast: Cast):
    kit = public_kit_of(cast)
    client.force_login(cast.organiser)
    run_of(cast, kit, is_public=True)
    few = [queries_of(client, page_of(kit)), queries_of(client, reverse("kits"))]
    for number in range(3):
        run_of(cast, public_kit_of(cast, name=f"Kit {number}"), f"Place {number}")
        run_of(cast, kit, f"Place {number}")
    assert [queries_of(client, page_of(kit)), queries_of(client, reverse("kits"))] == few
