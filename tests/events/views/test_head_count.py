"""How many were there: written down with who says so, beside what others say."""

from django.urls import reverse

from m4c.events.models import HeadCount
from tests.cast import Cast
from tests.factories import gathering, signed_in, words_of


def test_a_figure_is_written_down(cast: Cast) -> None:
    event, client = gathering(cast, days=-99), signed_in(cast, "leader")
    address = reverse("head-count", kwargs={"uid": event.uid})
    words_of(client.get(address))
    response = client.post(address, {"number": "75", "how": "estimated", "said_by": "The Echo"})
    assert response["Location"] == reverse("event", kwargs={"uid": event.uid})
    assert HeadCount.objects.values_list("number", "how", "said_by").get() == (75, "estimated", "The Echo")


def test_nonsense_is_refused_and_kept(cast: Cast) -> None:
    address = reverse("head-count", kwargs={"uid": gathering(cast).uid})
    text = words_of(
        signed_in(cast, "leader").post(address, {"number": "-1", "how": "counted", "said_by": "The Echo"}), 422
    )
    assert 'value="The Echo"' in text


def test_others_count_nothing_here(cast: Cast) -> None:
    address = reverse("head-count", kwargs={"uid": gathering(cast).uid})
    assert signed_in(cast, "member").get(address).status_code == 403
    assert signed_in(cast, "leader_elsewhere").get(address).status_code == 404
