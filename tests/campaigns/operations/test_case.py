"""The case of a campaign: evidence with its file, documents clause by clause, gifts, backers and open letters."""

import io
from datetime import date, timedelta
from typing import Any

import pytest

from m4c.campaigns.casework.clauses import cited_by
from m4c.campaigns.casework.letters import named_in_public, signed_by
from m4c.campaigns.models import Backer, Campaign, Clause, Edition, Evidence, Gift, LetterSignatory, SourceDocument
from m4c.campaigns.operations.backer import NewBacker, add_backer, change_backer, end_backer, name_backer
from m4c.campaigns.operations.evidence import NewEvidence, add_evidence, publish_evidence, withdraw_evidence
from m4c.campaigns.operations.gift import NewGift, change_gift, record_gift
from m4c.campaigns.operations.open_letter import (
    NewLetter,
    NewSignatory,
    agree_to_be_named,
    close_open_letter,
    sign_open_letter,
    withdraw_signature,
    write_open_letter,
)
from m4c.campaigns.operations.source_document import (
    NewClause,
    NewDocument,
    add_clause,
    add_document,
    add_edition,
    cite_clause,
    fulfil_clause,
    repeat_clause,
    strike_citation,
)
from m4c.core.errors import Refused
from m4c.people.documents.files import path_of, take_file
from tests.campaigns.casework.running import begun, powerholder, project
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers

pytestmark = pytest.mark.django_db
SURVEY = NewEvidence("survey", "Bread costs 38 pence more here", TODAY, "Our own survey")


def test_evidence_says_its_source_and_keeps_its_file_until_it_is_taken_back(
    cast: Cast, django_capture_on_commit_callbacks
):
    campaign = begun(cast)
    for new in (NewEvidence("survey", "Prices", TODAY, " "), NewEvidence("x", "Prices", TODAY, "Us")):
        with pytest.raises(Refused):
            add_evidence(campaign=campaign, new=new, at=NOW, by=cast.organiser)
    with pytest.raises(Refused, match="what it shows"):
        add_evidence(campaign=campaign, new=NewEvidence("foi", "", TODAY, "Us"), at=NOW, by=cast.organiser)
    file = take_file(io.BytesIO(b"bread,1.75\n"), "prices.csv")
    row = add_evidence(campaign=campaign, new=SURVEY, given=file, at=NOW, by=cast.leader)
    assert (row.uid, row.file_name, row.type, path_of(row.uid).exists()) == (file.uid, "prices.csv", "csv", True)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_evidence(evidence=row, at=NOW, by=cast.leader)
    assert not path_of(row.uid).exists()
    with pytest.raises(Refused, match="taken back"):
        publish_evidence(evidence=row, is_public=True, by=cast.organiser)


def test_who_publishes_decides_that_evidence_may_be_public(cast: Cast):
    row = add_evidence(campaign=begun(cast), new=SURVEY, at=NOW, by=cast.leader)
    assert not row.is_public
    who = doers(lambda by: publish_evidence(evidence=row, is_public=True, by=by), cast)
    assert (who, Evidence.objects.get().is_public) == ({"organiser", "national_organiser", "editor"}, True)


def strategy(cast: Cast, campaign: Campaign) -> tuple[Clause, dict[str, Any]]:
    """A strategy of 1998 with its fourth objective."""
    given: dict[str, Any] = {"campaign": campaign, "by": cast.organiser}
    document = add_document(new=NewDocument("Strategy", publisher_words="The council"), **given)
    first = add_edition(document=document, year=1998, at=NOW, **given)
    words = "Bring empty buildings back into use."
    return add_clause(new=NewClause("4", words, first, "objective"), at=NOW, **given), given


def test_a_clause_tells_its_editions_and_whether_it_was_fulfilled_by_itself(cast: Cast):
    campaign = begun(cast)
    clause, given = strategy(cast, campaign)
    for year, number in ((2003, ""), (2008, "6")):
        edition = add_edition(document=clause.document, year=year, at=NOW, **given)
        repeat_clause(clause=clause, edition=edition, number_there=number, **given)
        with pytest.raises(Refused, match="already"):
            repeat_clause(clause=clause, edition=edition, **given)
    citation = cite_clause(clause=clause, words="Promised", at=NOW, **given)
    with pytest.raises(Refused, match="already"):
        cite_clause(clause=clause, at=NOW, **given)
    told = [sentence for _row, sentence in cited_by(campaign, cast.organiser)]
    assert told == ["Objective 4 of 1998, repeated 2003 and 2008 (there as 6), unfulfilled."]
    with pytest.raises(Refused, match="who says"):
        fulfil_clause(clause=clause, on=TODAY, source="", **given)
    fulfil_clause(clause=clause, on=date(2026, 3, 1), source="The council's newsletter", **given)
    told = [sentence for _row, sentence in cited_by(campaign, cast.organiser)]
    assert told == ["Objective 4 of 1998, repeated 2003 and 2008 (there as 6), fulfilled on 1 March 2026."]
    strike_citation(citation=citation, by=cast.organiser)
    assert cited_by(campaign, cast.organiser) == []


def test_a_document_is_on_record_once_with_editions_and_numbers_of_its_own(cast: Cast):
    campaign = begun(cast)
    clause, given = strategy(cast, campaign)
    again = add_document(new=NewDocument("strategy", publisher_words="the council"), **given)
    assert (again, SourceDocument.objects.count()) == (clause.document, 1)
    other = add_document(new=NewDocument("Another", publisher_words="The council"), **given)
    first = Edition.objects.get(document=clause.document)
    elsewhere = add_edition(document=other, year=2001, at=NOW, **given)
    for refused in (
        lambda: add_document(new=NewDocument("", publisher_words="The council"), **given),
        lambda: add_document(new=NewDocument("Strategy"), **given),
        lambda: add_edition(document=clause.document, year=1998, at=NOW, **given),
        lambda: add_edition(document=clause.document, year=98, at=NOW, **given),
        lambda: add_clause(new=NewClause("4", "X", first, "objective"), at=NOW, **given),
        lambda: repeat_clause(clause=clause, edition=elsewhere, **given),
        lambda: add_clause(new=NewClause("", "X", elsewhere), at=NOW, **given),
    ):
        with pytest.raises(Refused):
            refused()


def test_gifts_in_kind_are_written_down_and_put_right(cast: Cast):
    toys = project(cast)
    for new in (NewGift(" ", TODAY), NewGift("Toys", TODAY, 0)):
        with pytest.raises(Refused):
            record_gift(campaign=toys, new=new, at=NOW, by=cast.leader)
    gift = record_gift(campaign=toys, new=NewGift("Toys", TODAY, 40, "A school"), at=NOW, by=cast.leader)
    change_gift(gift=gift, new=NewGift("Toys", TODAY, 41, "A school", "The home"), by=cast.leader)
    assert Gift.objects.values_list("how_many", "went_to").get() == (41, "The home")


def test_backers_are_named_in_public_only_once_they_agreed(cast: Cast):
    campaign = begun(cast)
    chapel = NewBacker("Bethel chapel", "faith", TODAY, "The hall")
    backer = add_backer(campaign=campaign, new=chapel, at=NOW, by=cast.leader)
    for new in (chapel, NewBacker("", "faith", TODAY), NewBacker("A shop", "shop", TODAY)):
        with pytest.raises(Refused):
            add_backer(campaign=campaign, new=new, at=NOW, by=cast.leader)
    held = NewBacker("", "politician", TODAY, powerholder=powerholder(cast, "Cllr Mair Cadogan"))
    assert add_backer(campaign=campaign, new=held, at=NOW, by=cast.leader).name == "Cllr Mair Cadogan"
    change_backer(backer=backer, gave="The hall and 200 chairs", signed_on=TODAY, by=cast.leader)
    name_backer(backer=backer, is_public=True, by=cast.organiser)
    with pytest.raises(Refused, match="before they began"):
        end_backer(backer=backer, on=TODAY - timedelta(days=1), by=cast.leader)
    end_backer(backer=backer, on=TODAY, by=cast.leader)
    assert Backer.objects.values_list("gave", "signed_on", "is_public").filter(pk=backer.pk).get() == (
        "The hall and 200 chairs",
        TODAY,
        False,
    )
    with pytest.raises(Refused, match="no more"):
        name_backer(backer=backer, is_public=True, by=cast.organiser)


def test_who_signs_a_letter_stands_in_public_by_consent_alone(cast: Cast):
    campaign, by = begun(cast), cast.leader
    for new in (NewLetter("", "Dear Sir", TODAY, to_whom="Him"), NewLetter("Sit down", "Dear Sir", TODAY)):
        with pytest.raises(Refused):
            write_open_letter(campaign=campaign, new=new, by=by)
    letter = write_open_letter(campaign=campaign, new=NewLetter("Sit", "Dear Sir", TODAY, powerholder(cast)), by=by)
    assert letter.to_whom == "Anand Kapadia"
    told: dict[str, Any] = {"letter": letter, "at": NOW, "by": by}
    sign_open_letter(new=NewSignatory(TODAY, "Carys Penhallow", "Head teacher", agrees=True), **told)
    counted = sign_open_letter(new=NewSignatory(TODAY, person=cast.person("leader")), **told)
    safe = sign_open_letter(new=NewSignatory(TODAY, person=cast.person("protected_member"), agrees=True), **told)
    for signs in (NewSignatory(TODAY), NewSignatory(TODAY, person=cast.person("leader"))):
        with pytest.raises(Refused):
            sign_open_letter(new=signs, **told)
    assert [row.name for row in named_in_public(letter)] == ["Carys Penhallow"]
    assert safe not in signed_by(letter, cast.organiser)
    agree_to_be_named(signatory=counted, agrees=True, at=NOW, by=by)
    assert named_in_public(letter).count() == 2
    withdraw_signature(signatory=counted, at=NOW, by=by)
    assert named_in_public(letter).count() == 1
    with pytest.raises(Refused, match="taken back"):
        agree_to_be_named(signatory=counted, agrees=True, at=NOW, by=by)
    with pytest.raises(Refused, match="before it was opened"):
        close_open_letter(letter=letter, on=TODAY - timedelta(days=1), by=by)
    close_open_letter(letter=letter, on=TODAY, by=by)
    with pytest.raises(Refused, match="no more"):
        sign_open_letter(new=NewSignatory(TODAY, "Late Comer"), **told)
    assert LetterSignatory.objects.filter(withdrawn_at=None).count() == 2
