"""No secret of an address is written into the log."""

import logging
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from m4c.core.log_secrets import WithoutSecrets
from tests.cast import Cast


@pytest.mark.parametrize("where", ["/join/{}/", "/cy/join/{}/", "/sign-in/{}/", "/vote/{}/", "/vote/{}/scores/"])
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


def test_other_addresses_are_logged_as_they_are(client: Client, cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    client.get("/groups/none-of-ours/")
    assert WithoutSecrets().filter(caplog.records[-1])
    assert caplog.records[-1].getMessage() == "Not Found: /groups/none-of-ours/"


def test_all_that_is_logged_goes_through_it() -> None:
    told: dict[str, Any] = settings.LOGGING
    assert [handler["filters"] for handler in told["handlers"].values()] == [["without_secrets", "one_line"]]
