"""Covenants in the workspace and in public, from the first text to the poster."""

from datetime import timedelta
from unittest.mock import patch

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.commitments.models import Covenant, CovenantParty
from m4c.core.worker import run_waiting
from tests.cast import Cast
from tests.commitments.covenanting import WORDS, a_covenant, a_party, a_public_covenant, signed
from tests.factories import queries_of, signed_in, words_of
from tests.power.recording import council_of

ALL = "/organise/commitments/covenants/"


def at(covenant: Covenant, what: str = "") -> str:
    return f"{ALL}{covenant.uid}/{what}"


def test_the_list_teaches_and_shows_those_of_ones_groups(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    assert "No covenant is written down" in words_of(client.get(ALL))
    a_covenant(cast)
    a_covenant(cast, cast.manchester, "Elsewhere")
    text = words_of(client.get(ALL))
    assert ("Respect on the parade" in text, "Elsewhere" in text) == (True, False)


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    client, made = signed_in(cast, "organiser"), a_covenant(cast)
    signed(cast, made)
    pages = (ALL, at(made))
    one = [queries_of(client, page) for page in pages]
    for name in ("Two", "Three"):
        signed(cast, a_covenant(cast, name=name))
        signed(cast, made, name)
    assert [queries_of(client, page) for page in pages] == one


def test_from_the_first_text_to_everybody(cast: Cast) -> None:
    client, today = signed_in(cast, "organiser"), f"{timezone.localdate()}"
    form = {"group": "cardiff", "name": "Respect", "words": WORDS, "on": today}
    assert "This field is required." in words_of(client.post(reverse("make-covenant"), form | {"words": ""}), 422)
    client.post(reverse("make-covenant"), form)
    made = Covenant.objects.get()
    assert "Nobody has signed yet" in words_of(client.get(at(made)))
    for name in ("Residents", "Shops"):
        assert "Say which body." in words_of(client.post(at(made, "parties/"), {"will_do": "Help"}), 422)
        client.post(at(made, "parties/"), {"name": name, "will_do": "Help\nCome"})
        party = CovenantParty.objects.get(name=name)
        where = reverse("edit-covenant-party", kwargs={"uid": party.uid})
        client.post(where, {"name": name, "will_do": "Help each other"})
        assert "It has not signed yet." in words_of(client.get(where))
        sign = {"signed_by": "Ada Probert, chair", "on": today, "text": f"{made_text(made)}"}
        assert "This field is required." in words_of(client.post(f"{where}signing/", sign | {"signed_by": ""}), 422)
        client.post(f"{where}signing/", sign)
    look = {"holds": "yes", "words": "All came", "says_who": "Both", "on": today, "next_look": ""}
    assert client.post(at(made, "looks/"), look | {"words": ""}).status_code == 422
    client.post(at(made, "looks/"), look)
    text = words_of(client.get(at(made)))
    assert ("Help each other" in text, "All came" in text, "Ada Probert, chair" in text) == (True, True, True)
    client.post(at(made, "publishing/"))
    assert "Take it down" in words_of(client.get(at(made)))
    client.post(at(made, "edit/"), {"name": "Respect here"})
    client.post(at(made, "texts/"), {"words": "We say hello.", "because": "Shorter", "on": today})
    assert client.post(at(made, "texts/"), {"words": ""}).status_code == 422
    assert Client().get("/covenants/respect/").status_code == 404  # its address went with its name
    page = words_of(Client().get("/covenants/respect-here/"))
    assert ("Respect here" in page, "Text 2" in page, "Shorter" in page) == (True, True, True)
    client.post(f"{where}leaving/", {"on": today, "because": "Closed down"})
    assert "Closed down" in words_of(client.get(at(made)))
    client.post(at(made, "ending/"), {"on": today})
    client.post(at(made, "taking-down/"))
    assert Client().get("/covenants/respect-here/").status_code == 404


def made_text(covenant: Covenant) -> object:
    """The name of its text."""
    from m4c.commitments.models import CovenantText

    return CovenantText.objects.filter(covenant=covenant)[0].uid


def test_everybody_reads_bodies_and_no_private_name(cast: Cast) -> None:
    made = a_public_covenant(cast)
    signed(cast, made, "", institution=council_of(cast))
    a_party(cast, made, "Still thinking")
    page = words_of(Client().get(f"/covenants/{made.slug}/"))
    assert ("Shopkeepers" in page, "Ada Probert, for Shopkeepers" in page) == (True, False)
    assert "Still thinking" not in page
    assert page.count("Ada Probert") == 1  # for the council, by whoever holds an office there
    assert reverse("complain") in page


def test_the_poster_is_made_for_whoever_asked(cast: Cast) -> None:
    client, made = signed_in(cast, "leader"), a_public_covenant(cast)
    asked = client.post(at(made, "poster/"), {"size": "a4"})
    assert "It is being laid out" in words_of(client.get(asked["Location"]))
    with patch(
        "m4c.commitments.covenants.poster.laid_out_apart", lambda template, told: b"%PDF " + told["paper"].encode()
    ):
        run_waiting()
    assert "It is ready" in words_of(client.get(asked["Location"]))
    assert client.get(f"{asked['Location']}pdf/").content == b"%PDF a4"
    assert signed_in(cast, "organiser").get(f"{asked['Location']}pdf/").status_code == 404


def test_one_to_look_at_again_stands_on_today(cast: Cast) -> None:
    made = a_covenant(cast, review_on=timezone.localdate() - timedelta(days=3))
    assert made.name in words_of(signed_in(cast, "leader").get("/organise/"))
    assert "It is time to look at it together" in words_of(signed_in(cast, "leader").get(at(made)))
