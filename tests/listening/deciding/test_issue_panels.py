"""What apps to the right put on an issue's page: drawn for who may, the pressing ones before where it comes from."""

import pytest
from django.urls import reverse

from m4c.core.panels import Panel
from m4c.core.permissions import SIGNED_IN
from m4c.core.register import Register
from m4c.listening.permissions import RUN_LISTENING
from m4c.listening.views import issue as view
from m4c.people.models import Account
from tests.cast import Cast
from tests.factories import signed_in, words_of
from tests.listening.deciding.making import issue_of

pytestmark = pytest.mark.django_db
TEMPLATE = "listening/state_badge.html"


@pytest.fixture
def panels(monkeypatch: pytest.MonkeyPatch) -> Register[Panel]:
    register: Register[Panel] = Register("Panels of a test.")
    monkeypatch.setattr(view, "ISSUE_PANELS", register)
    return register


def shown(account: Account, record: object) -> dict[str, object]:
    return {}


def test_panels_stand_on_the_page_for_those_who_may(cast: Cast, panels: Register[Panel]) -> None:
    issue = issue_of(cast, tells=False)
    address = reverse("issue", kwargs={"uid": issue.uid})
    panels.add("later", Panel("Campaigns of it", TEMPLATE, shown, SIGNED_IN, 20))
    panels.add("first", Panel("Start a campaign", TEMPLATE, shown, RUN_LISTENING, 5))
    page = words_of(signed_in(cast, "organiser").get(address))
    places = [page.index(words) for words in ("Start a campaign", "Where it comes from", "Campaigns of it")]
    assert places == sorted(places)
    for_reading = words_of(signed_in(cast, "data_protection").get(address))
    assert ("Start a campaign" in for_reading, "Campaigns of it" in for_reading) == (False, True)


def test_a_panel_with_nothing_to_show_is_not_there(cast: Cast, panels: Register[Panel]) -> None:
    issue = issue_of(cast, tells=False)
    panels.add("none", Panel("Campaigns of it", TEMPLATE, lambda account, record: None, SIGNED_IN, 20))
    assert "Campaigns of it" not in words_of(
        signed_in(cast, "organiser").get(reverse("issue", kwargs={"uid": issue.uid}))
    )
