"""What a sheet of concerns takes back: a row that says no to quoting, of words for which a yes was written before."""

from collections.abc import Sequence

from m4c.core.operations import change
from m4c.listening.campaigns.rows import Said
from m4c.listening.models import Concern, ListeningCampaign
from m4c.people.imports.kinds import Line
from m4c.people.imports.traces import changed


def quote_no_more(campaign: ListeningCampaign | None, lines: Sequence[Line]) -> None:
    """Whoever is named and says no is quoted no more by these words of that day, and the row keeps the trace of it."""
    refused = {(line.person.pk, *line.said.same): line for line in lines if line.person and takes_back(line)}
    if not refused or campaign is None:
        return
    people, days = {key[0] for key in refused}, {key[1] for key in refused}
    for concern in Concern.objects.filter(campaign=campaign, may_quote=True, person__in=people, said_on__in=days):
        line = refused.get((concern.person_id, *Said(concern.words, concern.said_on).same))
        if line:
            change(concern, may_quote=False)
            line.traces += changed(concern, {"may_quote": True})


def takes_back(line: Line) -> bool:
    """Whether a row of somebody named says that they are not to be quoted: a blank says nothing."""
    return not line.is_of_nobody and line.said.is_not_to_be_quoted
