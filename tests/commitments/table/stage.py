"""A movement with an assembly under way, made in a data folder of its own for a server; prints who writes there.

Run by itself: `python -m tests.commitments.table.stage`, with M4C_DATA naming the folder.
"""

import json
import os
import sys

import django

NUMBER = 18  # asks


def build() -> dict[str, object]:
    """The cast, the assembly with its asks, and the sessions of two who write."""
    from django.conf import settings
    from django.test import Client

    from tests.cast import build_cast
    from tests.commitments.tabling import an_ask, an_assembly

    cast = build_cast()
    event = an_assembly(cast).event
    asks = [str(an_ask(cast, event=event, words=f"Ask {number}?").uid) for number in range(NUMBER)]
    told: dict[str, object] = {"event": str(event.uid), "asks": asks}
    for who in ("leader", "organiser"):
        client = Client()
        client.force_login(getattr(cast, who))
        name = settings.SESSION_COOKIE_NAME
        told[who] = f"{name}={client.cookies[name].value}"
    return told


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    json.dump(build(), sys.stdout)
