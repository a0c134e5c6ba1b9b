"""Lock five: every persona opens every address, by reading and by writing, against one table."""

import pytest
from django.db import transaction
from django.urls import reverse

from tests.access import core, events, insight, leaders, listening, people, website
from tests.access.table import met
from tests.house_rules.routes import addresses

TABLE = {}
for part in (core, people, events, listening, leaders, insight, website):
    TABLE |= part.ROWS


def test_every_route_of_ours_is_in_the_table():
    assert {address.name for address in addresses() if not address.mounted} == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_each_persona_meets_what_the_table_says(name, cast, clients):
    row = TABLE[name]
    url = reverse(name, kwargs=row.given(cast))
    found, wanted = {}, {}
    for persona, client in clients.items():
        for method in ("get", "post"):
            with transaction.atomic():  # what one persona's writing does is not there for the next
                response = getattr(client, method)(url)
                transaction.set_rollback(True)
            if response.status_code != 405:  # a way that the page does not take, whoever asks
                found[f"{persona} {method}"] = met(response)
                wanted[f"{persona} {method}"] = row.expected(persona)
    assert found == wanted
