"""No secret of an address is written into the log."""

import logging
import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import resolve

from m4c.core.log_secrets import SECRETS as KNOWN
from m4c.core.log_secrets import WithoutSecrets
from tests.cast import Cast
from tests.house_rules.routes import addresses

NO_SECRETS = {"name", "day"}  # a picture's file, a day of a series
OPEN = [
    "/join/{}/",
    "/cy/join/{}/",
    "/sign-in/{}/",
    "/vote/{}/",
    "/vote/{}/scores/",
    "/no-more-word/{}/",
    "/door/code/{}/",
]
SECRETS = [  # a link's, a slip's code as printed and as typed, a signed name
    "q3Zr8Vn0_bT5yLw1XkP7mCe2Hd9JfUa4Gs6Ro-iKtQE",
    "K7QF-2MXD-9TRW-B4ZP",
    "k7qf-2mxd-9trw-b4zp",
    "k7qf2mxd9trwb4zp",
    "17~Ab3_d",
]


@pytest.mark.parametrize("where", OPEN)
def test_the_secret_of_a_link_is_not_logged(
    client: Client, cast: Cast, caplog: pytest.LogCaptureFixture, where: str
) -> None:
    with caplog.at_level(logging.INFO):
        client.get(where.format("s3cret"))
        client.put(where.format("s3cret"))
    assert caplog.records
    for record in caplog.records:
        assert WithoutSecrets().filter(record)
        assert "s3cret" not in record.getMessage()


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The lines that are written."""
    assert all(WithoutSecrets().filter(record) for record in caplog.records)
    return [logging.Formatter("{message}", style="{").format(record) for record in caplog.records]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("where", ["/join/{}/more/", "/votes/{}/", "/cy/{}/", "/{}/", "/vote/{}/Scores/"])
def test_an_address_that_is_none_of_ours_is_logged_without_what_may_be_one(
    client: Client, cast: Cast, caplog: pytest.LogCaptureFixture, where: str, secret: str
) -> None:
    client.get(where.format(secret))
    lines = logged(caplog)
    assert lines
    assert not [line for line in lines if secret in line]


@pytest.mark.parametrize("where", ["/wp-login.php", "/news/what-we-won-in-2026/", "/organise/nothing/"])
def test_of_other_mistyped_addresses_all_is_told(
    client: Client, cast: Cast, caplog: pytest.LogCaptureFixture, where: str
) -> None:
    client.get(where)
    assert logged(caplog) == [f"Not Found: {where}"]


def test_a_trace_is_written_without_it(rf: RequestFactory, caplog: pytest.LogCaptureFixture) -> None:
    request = rf.get("/vote/s3cret/")
    request.resolver_match = resolve(request.path)
    try:
        raise ValueError("vote s3cret")
    except ValueError:
        logging.getLogger("django.request").exception("%s", request.path, extra={"request": request})
    lines = logged(caplog)
    assert ("s3cret" in lines[0], "ValueError: vote ..." in lines[0]) == (False, True)


def test_every_part_of_an_open_address_is_known_to_be_a_secret_or_none() -> None:
    ours = {name for each in addresses() if not each.mounted for name in re.findall(r"<str:(\w+)>", each.where)}
    assert ours <= set(KNOWN) | NO_SECRETS


def test_other_addresses_are_logged_as_they_are(client: Client, cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    client.get("/groups/none-of-ours/")
    assert WithoutSecrets().filter(caplog.records[-1])
    assert caplog.records[-1].getMessage() == "Not Found: /groups/none-of-ours/"


def test_all_that_is_logged_goes_through_it() -> None:
    told: dict[str, Any] = settings.LOGGING
    assert [handler["filters"] for handler in told["handlers"].values()] == [["without_secrets", "one_line"]]
