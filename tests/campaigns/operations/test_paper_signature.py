"""Lines of a petition: twice is once, signing is no consent, and a tick is recorded with a person alone."""

from pathlib import Path

import pytest

from m4c.campaigns.ladder import bringing_in
from m4c.campaigns.ladder.bringing_in import bring_in_file
from m4c.campaigns.ladder.known_lines import KnownLines
from m4c.campaigns.ladder.signature_sheet import SignatureSheetRefused, read_signatures
from m4c.campaigns.models import PaperPetition, PaperSignature, PetitionSheet
from m4c.campaigns.operations.paper_petition import Counted, PetitionRefused, count_sheet
from m4c.campaigns.operations.paper_signature import (
    Signed,
    bring_in_lines,
    keep_signatory,
    link_signature,
    type_lines,
)
from m4c.core.chunks import in_chunks
from m4c.people import ledger
from m4c.people.models import Consent, Engagement, Person
from tests.campaigns.ladder.making import petition_of
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers, somebody

AMAL = Signed("Amal Yusuf", "CF3 0EF", "amal@example.org", "", agreed_email=True, signed_on=TODAY)
FILE = """Sheet,Line,Name,Postcode,E-mail,OK to e-mail,Phone,OK to ring,Date
1,1,Amal Yusuf,cf30ef,amal@example.org,yes,,,05/10/2026
1,2,Bryn Cole,CF3 0EJ,,,07700 900123,x,
1,3,,CF3 0EJ,,,,,
2,1,Cai Dunn,nowhere,cai at example,yes,,,
"""


def typed(cast: Cast, signed: Signed = AMAL, petition: PaperPetition | None = None) -> PaperSignature:
    """A line of the first sheet."""
    petition = petition or petition_of(cast)
    sheet = count_sheet(petition=petition, counted=Counted(1, 3), at=NOW, by=cast.organiser)
    return type_lines(sheet=sheet, lines={1: signed}, at=NOW, by=cast.organiser)[0]


def test_a_line_typed_again_is_put_right_and_a_sheet_holds_what_was_typed(cast: Cast) -> None:
    row = typed(cast)
    lines = {1: Signed("Amal Yusuf-Rees"), 4: Signed("D"), 5: Signed("E"), 6: Signed("F")}
    type_lines(sheet=row.sheet, lines=lines, at=NOW, by=cast.organiser)
    assert PaperSignature.objects.get(line=1).name == "Amal Yusuf-Rees"
    assert PetitionSheet.objects.get().signatures == 4
    with pytest.raises(PetitionRefused):
        type_lines(sheet=row.sheet, lines={2: Signed(" ")}, at=NOW, by=cast.organiser)


def test_signing_is_no_consent_and_makes_nobody_a_person(cast: Cast) -> None:
    before = Person.objects.count()
    row = typed(cast, Signed("Amal Yusuf", email="amal@example.org"))
    with pytest.raises(PetitionRefused) as refused:
        keep_signatory(signature=row, by=cast.organiser)
    assert refused.value.code == "no_tick"
    assert (Person.objects.count(), Consent.objects.count()) == (before, 0)


def test_a_tick_beside_no_address_says_nothing(cast: Cast) -> None:
    row = typed(cast, Signed("Amal Yusuf", agreed_email=True, agreed_phone=True))
    assert (row.agreed_email, row.agreed_phone) == (False, False)


def test_a_tick_is_consent_once_somebody_is_on_record(cast: Cast) -> None:
    row = keep_signatory(signature=typed(cast), by=cast.organiser)
    said = Consent.objects.get(person=row.person)
    assert (said.channel, said.purpose, said.state) == ("email", "news", "given")
    assert said.source == "Petition “Build on the empty site”, sheet 1, line 1"
    assert said.wording
    assert Engagement.objects.get(person=row.person, kind="signed").at.date() == TODAY
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}
    assert keep_signatory(signature=row, by=cast.organiser).person == row.person


def test_somebody_on_record_is_found_by_how_they_are_reached(cast: Cast) -> None:
    amal = somebody(cast, "Amal Yusuf", emails=["amal@example.org"])
    assert keep_signatory(signature=typed(cast), by=cast.organiser).person == amal


def test_a_doubt_is_for_a_person_to_settle(cast: Cast) -> None:
    petition = petition_of(cast)
    amal = somebody(cast, "Amal Yusuf")
    row = typed(cast, Signed("Amal Yusuf", phone="07700 900777", agreed_phone=True), petition)
    with pytest.raises(PetitionRefused) as refused:
        keep_signatory(signature=row, by=cast.organiser)
    assert refused.value.code == "doubt"
    link_signature(signature=row, person=amal, by=cast.organiser)
    assert Consent.objects.get(person=amal).channel == "phone"
    with pytest.raises(PetitionRefused):
        link_signature(signature=row, person=somebody(cast, "Bea Bell"), by=cast.organiser)


def test_lines_without_a_sheet_are_known_again_by_what_they_say(cast: Cast) -> None:
    petition = petition_of(cast)
    rows = [AMAL, Signed("Bryn Cole", "CF3 0EJ"), Signed("AMAL yusuf", "CF30EF", "Amal@example.org")]
    came = bring_in_lines(petition=petition, rows=rows, at=NOW, by=cast.organiser)
    assert (len(came.signatures), came.twice) == (2, 1)
    again = bring_in_lines(petition=petition, rows=rows, at=NOW, by=cast.organiser)
    assert (len(again.signatures), again.twice) == (0, 3)


def test_a_line_that_says_something_else_is_refused(cast: Cast) -> None:
    petition = petition_of(cast)
    bring_in_lines(petition=petition, rows=[Signed("Ann", sheet=3, line=7)], at=NOW, by=cast.organiser)
    came = bring_in_lines(petition=petition, rows=[Signed("Bea", sheet=3, line=7)], at=NOW, by=cast.organiser)
    assert [place for place, _why in came.refused] == [0]


def test_a_file_is_read_as_people_write_it_and_twice_is_once(cast: Cast, tmp_path: Path) -> None:
    path, petition = tmp_path / "sheets.csv", petition_of(cast)
    path.write_text(FILE)
    told = bring_in_file(petition, path, cast.organiser, NOW)
    assert (told.rows, told.signatures, told.twice) == (4, 3, 0)
    assert told.refused == [(4, "The row has no name.")]
    assert [row for row, _remark in told.remarks] == [5, 5]
    found = list(PaperSignature.objects.order_by("sheet__number", "line"))
    assert [(row.name, row.postcode, row.agreed_email, row.agreed_phone) for row in found] == [
        ("Amal Yusuf", "CF3 0EF", True, False),
        ("Bryn Cole", "CF3 0EJ", False, True),
        ("Cai Dunn", "", False, False),
    ]
    again = bring_in_file(petition, path, cast.organiser, NOW)
    assert (again.signatures, again.twice) == (0, 3)


def test_a_file_without_names_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    path.write_text("Colour,Size\nred,3\n")
    with pytest.raises(SignatureSheetRefused):
        read_signatures(path)


def test_names_are_for_those_alone_who_run_the_campaign(cast: Cast) -> None:
    row = typed(cast)
    run = {"leader", "organiser", "national_organiser"}
    assert seers(cast, row) == run
    assert doers(lambda by: keep_signatory(signature=row, by=by), cast) == run


def test_whoever_is_kept_safe_is_on_no_list(cast: Cast) -> None:
    row = typed(cast)
    PaperSignature.objects.filter(pk=row.pk).update(person=cast.person("protected_member"))
    assert seers(cast, row) == {"leader"}


def test_a_long_file_reads_what_is_typed_already_once(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    petition = petition_of(cast)
    path = tmp_path / "loose.csv"
    path.write_text("Name,Postcode\n" + "".join(f"Person {number},CF3 0EF\n" for number in range(6)))
    monkeypatch.setattr(bringing_in, "in_chunks", lambda rows: in_chunks(rows, 2))
    whole: list[int] = []
    read = KnownLines.catch_up

    def counted(known: KnownLines, of: PaperPetition) -> None:
        whole.append(known.newest)
        read(known, of)

    monkeypatch.setattr(KnownLines, "catch_up", counted)
    assert (bring_in_file(petition, path, cast.organiser, NOW).signatures, whole.count(0)) == (6, 1)
    again = bring_in_file(petition, path, cast.organiser, NOW)
    assert (again.signatures, again.twice, PaperSignature.objects.count()) == (0, 6, 6)
