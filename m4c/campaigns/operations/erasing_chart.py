"""What erasure takes out of versions of a strategy chart: names of private people that somebody wrote down there."""

import json

from django.db import models

from m4c.campaigns.models import ChartVersion
from m4c.people.erasing import Forgotten, without_names


def without_their_name(forgotten: Forgotten, rows: "models.QuerySet[ChartVersion]") -> None:
    """Their name goes out of the words of a version, and out of the lines as they stood."""
    for row in rows:
        row.words = without_names(row.words, forgotten)
        row.entries = json.loads(without_names(json.dumps(row.entries), forgotten))
        row.save(update_fields=["words", "entries"])
