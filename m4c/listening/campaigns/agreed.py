"""What each agreed to on a sheet that asks so: a questionnaire for whoever answered, with each use by itself."""

from collections.abc import Sequence

from m4c.core.operations import change
from m4c.listening.campaigns.rows import Said
from m4c.listening.models import ListeningCampaign, Questionnaire
from m4c.listening.operations.concern import wards_of
from m4c.listening.operations.concern_sheet import keep_questionnaires
from m4c.people.imports.kinds import Line
from m4c.people.imports.traces import changed, made
from m4c.people.models import SheetImport
from m4c.people.sheets.kinds import ColumnKind
from m4c.places.models import Area

ASKED = {ColumnKind.MAY_USE, ColumnKind.MAY_QUOTE, ColumnKind.MAY_TELL}


def questionnaires_of(
    campaign: ListeningCampaign | None, lines: Sequence[Line], sheet_import: SheetImport
) -> dict[int, Questionnaire]:
    """The questionnaire of each of these lines, by the line's number: one for somebody and a day, one each for nobody.

    None for a sheet that does not ask what each agreed to. Of several lines of somebody, one that says no is a no.
    """
    asked = [line for line in lines if line.said.is_asked]
    if not asked or campaign is None:
        return {}
    known = known_of(campaign, asked)
    wording, wards = wording_of(sheet_import), wards_of(line.said.postcode for line in asked)
    fresh: list[tuple[Line, Questionnaire]] = []
    found: dict[int, Questionnaire] = {}
    for line in asked:
        key = (line.person.pk, line.said.day) if line.person else None
        questionnaire = known.get(key) if key else None
        if questionnaire is None:
            questionnaire = answered(campaign, line, wording, wards)
            fresh.append((line, questionnaire))
        if key:
            known[key] = questionnaire
        found[line.number] = questionnaire
    keep_questionnaires([questionnaire for _line, questionnaire in fresh])
    for line, questionnaire in fresh:
        line.traces.append(made(questionnaire))
    return found


def answered(campaign: ListeningCampaign, line: Line, wording: str, wards: dict[str, Area]) -> Questionnaire:
    """What a line says of a questionnaire, not yet saved."""
    said: Said = line.said
    assert said.day is not None
    return Questionnaire(
        campaign=campaign,
        person=line.person,
        on=said.day,
        means=Questionnaire.Means.STREET,
        place=said.place,
        postcode=said.postcode,
        ward=wards.get(said.postcode),
        may_use_inside=said.may_use,
        may_quote=said.may_quote,
        may_write=said.may_tell,
        wording=wording,
    )


def known_of(campaign: ListeningCampaign, lines: Sequence[Line]) -> dict[tuple[int, object] | None, Questionnaire]:
    """The questionnaires that these lines' people answered in the street on these days, as far as they are written."""
    people = {line.person.pk for line in lines if line.person}
    days = {line.said.day for line in lines}
    street = Questionnaire.objects.filter(campaign=campaign, means=Questionnaire.Means.STREET)
    rows = street.filter(person__in=people, on__in=days).order_by("-pk")
    return {(row.person_id, row.on): row for row in rows if row.person_id}


def tell_no_more(campaign: ListeningCampaign | None, lines: Sequence[Line]) -> None:
    """Whoever is named and says no is told nothing by what they agreed to on that day, and the row keeps the trace."""
    refused = {(line.person.pk, line.said.day): line for line in lines if line.person and line.said.is_not_to_be_told}
    if not refused or campaign is None:
        return
    people, days = {key[0] for key in refused}, {key[1] for key in refused}
    agreed = Questionnaire.objects.filter(campaign=campaign, may_write=True, person__in=people, on__in=days)
    for questionnaire in agreed:
        if line := refused.get((questionnaire.person_id or 0, questionnaire.on)):
            change(questionnaire, may_write=False)
            line.traces += changed(questionnaire, {"may_write": True})


def wording_of(sheet_import: SheetImport) -> str:
    """The headers under which they agreed, as the sheet has them."""
    layout = sheet_import.layout
    asked = [
        header
        for header, kind in zip(layout.get("headers", ()), layout.get("columns", ()), strict=False)
        if kind in ASKED
    ]
    return " · ".join(asked)[:1_000]
