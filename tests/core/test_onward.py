"""Once something is done one goes back to where the button stood, on our own pages only."""

import pytest
from django.test import RequestFactory

from m4c.core.onward import onward


@pytest.mark.parametrize(
    ("wanted", "address"),
    [
        ("/organise/", "/organise/"),
        ("", "/organise/events/"),
        ("https://elsewhere.example.org/", "/organise/events/"),
        ("//elsewhere.example.org/", "/organise/events/"),
        ("javascript:alert(1)", "/organise/events/"),
    ],
)
def test_only_our_own_pages(rf: RequestFactory, wanted: str, address: str) -> None:
    assert onward(rf.post("/", {"next": wanted}), "events").url == address
