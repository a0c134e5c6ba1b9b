"""The public page of a commitment in the workspace: read before everybody does."""

from django.urls import reverse

from m4c.commitments.models import Commitment
from tests.campaigns.press.telling import an_owner, ready
from tests.cast import Cast
from tests.commitments.promising import WORDS, a_promise, an_entry
from tests.factories import queries_of, signed_in, words_of


def at(commitment: Commitment, what: str = "") -> str:
    return f"/organise/commitments/{commitment.uid}/public-page/{what}"


def test_one_reads_what_everybody_would_read_and_decides(cast: Cast) -> None:
    client, made = signed_in(cast, "editor"), a_promise(cast)
    text = words_of(client.get(at(made)))
    assert ("As everybody would read it" in text, WORDS in text) == (True, True)
    client.post(at(made, "publishing/"))
    assert "Take it off at once" in words_of(client.get(at(made)))
    client.post(at(made, "taking-down/"))
    made.refresh_from_db()
    assert not made.is_public


def test_a_leader_reads_it_and_does_not_decide(cast: Cast) -> None:
    client, made = signed_in(cast, "leader"), a_promise(cast)
    assert "An organiser or an editor of the group decides." in words_of(client.get(at(made)))
    assert client.post(at(made, "publishing/")).status_code == 403


def test_who_is_not_named_is_said_and_where_that_is_decided(cast: Cast) -> None:
    owner = an_owner(cast)
    made = a_promise(cast, owner, campaign=ready(cast, owner))
    text = words_of(signed_in(cast, "organiser").get(at(made)))
    assert ("Who promised is not named" in text, "Homes and a shop" in text) == (True, True)
    none = a_promise(cast, an_owner(cast, "Mrs Olwen Teague"))
    assert "until somebody asks for it and another person decides" in words_of(
        signed_in(cast, "organiser").get(at(none))
    )


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    client, made = signed_in(cast, "organiser"), a_promise(cast)
    an_entry(cast, made, kind="step")
    one = queries_of(client, at(made))
    for _each in range(2):
        an_entry(cast, made, kind="step")
    assert queries_of(client, at(made)) == one


def test_one_of_another_group_is_not_there(cast: Cast) -> None:
    made = a_promise(cast, group=cast.manchester)
    assert signed_in(cast, "leader").get(at(made)).status_code == 404


def test_a_name_is_asked_for_by_one_and_decided_by_another_without_a_campaign(cast: Cast) -> None:
    promise = a_promise(cast, an_owner(cast))
    home = at(promise)
    leader, organiser, editor = (signed_in(cast, who) for who in ("leader", "organiser", "editor"))
    asking = reverse("ask-to-name-speaker", kwargs={"uid": promise.uid})
    deciding = reverse("decide-speaker-naming", kwargs={"uid": promise.uid})
    assert words_of(leader.post(asking, {}), 422)
    organiser.post(asking, {"why": "He lets forty homes."})
    assert "He lets forty homes." in words_of(editor.get(home))
    assert deciding not in organiser.get(home).content.decode()
    assert words_of(editor.post(deciding, {"agreed": "yes"}), 422)
    editor.post(deciding, {"agreed": "yes", "answer": "Forty families should know."})
    assert "Who promised is named" in words_of(leader.get(home))
    organiser.post(reverse("end-speaker-naming", kwargs={"uid": promise.uid}))
    assert "Who promised is not named" in words_of(leader.get(home))
    assert organiser.post(deciding, {"agreed": "yes", "answer": "Again"}).status_code == 404
