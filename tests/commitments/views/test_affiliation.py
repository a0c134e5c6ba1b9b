"""Affiliations in the workspace: the list, one by its steps, a new one and its next step."""

from django.urls import reverse
from django.utils import timezone

from m4c.commitments.models import Affiliation
from tests.cast import Cast
from tests.commitments.covenanting import an_affiliation
from tests.factories import queries_of, signed_in, words_of

ALL = "/organise/commitments/affiliations/"


def test_the_list_teaches_and_shows_where_each_stands(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    assert "No affiliation is written down" in words_of(client.get(ALL))
    an_affiliation(cast, state="conditional", hangs_on="If the committee agrees")
    an_affiliation(cast, cast.manchester)
    text = words_of(client.get(ALL))
    assert (text.count("Labour Party"), "If the committee agrees" in text) == (1, True)


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    client = signed_in(cast, "national_organiser")
    an_affiliation(cast)
    one = queries_of(client, ALL)
    for group in (cast.manchester, cast.swansea):
        an_affiliation(cast, group)
    assert queries_of(client, ALL) == one


def test_from_the_first_step_to_the_next(cast: Cast) -> None:
    client, today = signed_in(cast, "leader"), f"{timezone.localdate()}"
    form = {"group": "cardiff", "body_words": "Labour Party", "state": "conditional", "on": today}
    assert "Say on whose decision it hangs." in words_of(client.post(reverse("begin-affiliation"), form), 422)
    client.post(reverse("begin-affiliation"), form | {"hangs_on": "The committee"})
    where = f"{ALL}{Affiliation.objects.get().uid}/"
    assert "The committee" in words_of(client.get(where))
    assert client.post(f"{where}steps/", {"state": "ended", "on": today}).status_code == 422
    client.post(f"{where}steps/", {"state": "granted", "on": today, "says_who": "A letter"})
    assert "A letter" in words_of(client.get(where))
