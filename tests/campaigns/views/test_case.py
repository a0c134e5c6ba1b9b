"""The pages of a campaign's case and family: evidence, documents, backers, letters, lineage, totals and gifts."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from m4c.campaigns.casework.lineage import lineage_of
from m4c.campaigns.casework.roll_up import roll_up_of
from m4c.campaigns.models import (
    Backer,
    Campaign,
    CampaignOrigin,
    Citation,
    Clause,
    Edition,
    Evidence,
    Gift,
    LetterSignatory,
    OpenLetter,
    SourceDocument,
)
from m4c.campaigns.operations.campaign import grow_out_of, roll_up
from m4c.campaigns.operations.evidence import NewEvidence, add_evidence
from m4c.core.search import SOURCES
from tests.campaigns.casework.running import begun, project, running
from tests.cast import Cast
from tests.factories import NOW, TODAY, queries_of, signed_in, words_of
from tests.listening.deciding.making import issue_of

pytestmark = pytest.mark.django_db
DAY = TODAY.isoformat()


def address(name: str, row: object, **more: object) -> str:
    return reverse(name, kwargs={"uid": row.uid, **more})  # type: ignore[attr-defined]


def test_evidence_is_put_to_the_case_with_its_file_which_is_only_saved(cast: Cast):
    campaign, client = begun(cast), signed_in(cast, "organiser")
    here = address("campaign-case", campaign)
    assert "No evidence yet" in words_of(client.get(here))
    person = cast.person("leader")
    sent = {
        "kind": "survey",
        "title": "Bread costs more",
        "on": DAY,
        "source": "Our own survey",
        "gathered_by": person.name,
        "gathered_by-chosen": str(person.uid),
    }
    file = SimpleUploadedFile("prices.csv", b"bread,1.75\n")
    client.post(address("add-evidence", campaign), sent | {"file": file})
    row = Evidence.objects.get()
    page = words_of(client.get(here))
    assert all(words in page for words in ("Bread costs more", "Gathered by Bethan Griffiths", "prices.csv"))
    answer = client.get(address("evidence-file", row))
    assert (answer["Content-Disposition"], b"".join(answer)) == (
        'attachment; filename="prices.csv"',
        b"bread,1.75\n",
    )
    client.post(address("publish-evidence", row), {"public": "yes"})
    assert "May be public" in words_of(client.get(here))
    client.post(address("withdraw-evidence", row))
    assert client.get(address("evidence-file", row)).status_code == 404
    bad = SimpleUploadedFile("virus.exe", b"MZ\x00")
    assert Evidence.objects.count() == 1
    words_of(client.post(address("add-evidence", campaign), sent | {"file": bad}), 422)
    assert Evidence.objects.count() == 1


def test_who_is_kept_safe_is_no_gatherer_to_others(cast: Cast):
    campaign = begun(cast)
    new = NewEvidence("photos", "The wall", TODAY, "Us", gathered_by=cast.person("protected_member"))
    add_evidence(campaign=campaign, new=new, at=NOW, by=cast.operator)
    here = address("campaign-case", campaign)
    assert "Hana" not in words_of(signed_in(cast, "organiser").get(here))
    assert "Hana" in words_of(signed_in(cast, "leader").get(here))


def test_a_document_is_cited_clause_by_clause(cast: Cast):
    campaign, client = begun(cast), signed_in(cast, "organiser")
    words_of(client.post(address("add-source-document", campaign), {"title": "Strategy"}), 422)
    client.post(address("add-source-document", campaign), {"title": "Strategy", "publisher_words": "The council"})
    document = SourceDocument.objects.get()
    of_it = {"document": document.uid}
    here = address("source-document", campaign, **of_it)
    for year in ("1998", "2003", "2003"):
        client.post(address("add-edition", campaign, **of_it), {"year": year})
    first, second = Edition.objects.order_by("year")
    clause = {"edition": str(first.uid), "kind": "objective", "number": "4", "words": "Use empty buildings"}
    client.post(address("add-clause", campaign, **of_it), clause)
    row = Clause.objects.get()
    words_of(client.post(address("add-clause", campaign, **of_it), clause), 422)
    of_clause = {"clause": row.uid}
    client.post(address("repeat-clause", campaign, **of_clause), {"edition": str(second.uid)})
    client.post(address("cite-clause", campaign, **of_clause), {"words": "Promised twice"})
    sentence = "Objective 4 of 1998, repeated 2003, unfulfilled."
    assert sentence in words_of(client.get(here))
    case = words_of(client.get(address("campaign-case", campaign)))
    assert all(words in case for words in (sentence, "Promised twice", "The council"))
    client.post(address("fulfil-clause", campaign, **of_clause), {"on": DAY, "source": "The paper"})
    assert "fulfilled on 5 October 2026" in words_of(client.get(here))
    assert "Fill in" in words_of(client.post(address("fulfil-clause", campaign, **of_clause), follow=True))
    client.post(address("strike-citation", Citation.objects.get()))
    assert sentence not in words_of(client.get(address("campaign-case", campaign)))


def test_the_case_shows_the_issue_it_comes_from(cast: Cast):
    campaign = begun(cast)
    Campaign.objects.update(issue=issue_of(cast, tells=False))
    assert "people said it" in words_of(signed_in(cast, "organiser").get(address("campaign-case", campaign)))


def test_backers_stand_by_kind_with_what_they_gave(cast: Cast):
    campaign, client = begun(cast), signed_in(cast, "organiser")
    here = address("campaign-backers", campaign)
    assert "Nobody backs it yet" in words_of(client.get(here))
    sent = {"name": "Bethel chapel", "kind": "faith", "gave": "The hall", "since": DAY, "signed_on": DAY}
    client.post(address("add-backer", campaign), sent)
    words_of(client.post(address("add-backer", campaign), sent), 422)
    row = Backer.objects.get()
    client.get(here)  # with a word of what was done
    one = queries_of(client, here)
    for name in ("A shop", "A surgery"):
        client.post(address("add-backer", campaign), sent | {"name": name})
    client.get(here)
    assert queries_of(client, here) == one
    client.post(address("change-backer", row), {"gave": "The hall and chairs", "signed_on": DAY})
    client.post(address("name-backer", row), {"public": "yes"})
    page = words_of(client.get(here))
    assert all(words in page for words in ("Faith body", "The hall and chairs", "Named in public", "The coalition"))
    client.post(address("end-backer", row), {"on": DAY})
    client.post(address("end-backer", row), {"on": "never"})
    client.post(address("change-backer", row), {"gave": "Nothing", "signed_on": "never"})
    assert "Those who backed it once" in words_of(client.get(here))


def test_an_open_letter_is_signed_and_closed(cast: Cast):
    campaign, client = begun(cast), signed_in(cast, "organiser")
    sent = {"title": "Sit down", "to_whom": "Mr Kapadia", "words": "Dear Sir", "opened_on": DAY}
    words_of(client.post(address("write-open-letter", campaign), sent | {"to_whom": ""}), 422)
    client.post(address("write-open-letter", campaign), sent)
    letter = OpenLetter.objects.get()
    here = address("open-letter", letter)
    assert "Nobody has signed yet" in words_of(client.get(here))
    signs = {"name": "Carys Penhallow", "role": "Head teacher", "signed_on": DAY, "agrees": "on"}
    client.post(address("sign-open-letter", letter), signs)
    words_of(client.post(address("sign-open-letter", letter), signs), 422)
    row = LetterSignatory.objects.get()
    assert "By name in public" in words_of(client.get(here))
    client.post(address("name-signatory", row), {"public": "no"})
    assert "Counted only" in words_of(client.get(here))
    client.post(address("withdraw-signature", row))
    client.post(address("close-open-letter", letter))
    assert "Closed on" in words_of(client.get(here))
    assert "Sit down" in words_of(client.get(address("campaign-backers", campaign)))


def test_the_family_of_a_campaign_is_a_tree(cast: Cast):
    names = ("The bus", "Homes", "Homework", "Garden")
    bus, homes, homework, garden = (begun(cast, name=name) for name in names)
    unseen = begun(cast, group=cast.manchester, name="Unseen")
    for child, parent in ((homes, bus), (homework, homes), (unseen, homes), (garden, unseen)):
        grow_out_of(campaign=child, out_of=parent, how=f"Out of {parent}", at=NOW, by=cast.operator)
    (root,) = lineage_of(homework, cast.organiser)
    assert (root.campaign, [branch.campaign for branch in root.grown]) == (bus, [homes])
    assert [(branch.campaign, branch.is_this) for branch in root.grown[0].grown] == [(homework, True), (garden, False)]
    assert lineage_of(begun(cast, name="Alone"), cast.organiser) == []
    client = signed_in(cast, "organiser")
    page = words_of(client.get(address("campaign-family", homes)))
    assert all(words in page for words in ("The bus", "Out of Homes", "Garden"))
    assert "Unseen" not in page
    other = begun(cast, name="Another")
    client.post(address("grow-out-of", other), {"out_of": str(homes.uid), "how": "Too"})
    words_of(client.post(address("grow-out-of", homes), {"out_of": str(other.uid)}), 422)
    client.post(address("strike-origin", CampaignOrigin.objects.get(campaign=other)))
    assert not CampaignOrigin.objects.filter(campaign=other).exists()


def test_local_ones_roll_up_into_a_national_one(cast: Cast):
    national = running(cast, group=cast.movement, name="Fair credit")
    cardiff, manchester = begun(cast), begun(cast, group=cast.manchester, name="No sharks")
    below = begun(cast, group=cast.st_mellons, name="One street")
    for part, into in ((cardiff, national), (manchester, national), (below, cardiff)):
        roll_up(campaign=part, into=into, by=cast.operator)
        new = NewEvidence("foi", "An answer", TODAY, "Us")
        add_evidence(campaign=part, new=new, at=NOW, by=cast.operator)
    found = roll_up_of(national, cast.national_organiser)
    assert found
    assert ([part.name for part in found.local], found.unseen, found.groups) == (
        ["Homes and a shop", "No sharks", "One street"],
        0,
        4,
    )
    assert {str(label): number for label, number in found.totals}["pieces of evidence"] == 3
    own = roll_up_of(cardiff, cast.organiser)
    assert own
    assert (len(own.local), own.groups) == (1, 2)
    assert roll_up_of(below, cast.organiser) is None
    client = signed_in(cast, "national_organiser")
    page = words_of(client.get(address("campaign-family", national)))
    assert "No sharks" in page
    client.post(address("roll-up-campaign", manchester), {"into": ""})
    manchester.refresh_from_db()
    assert manchester.rolls_up_to is None
    words_of(client.post(address("roll-up-campaign", national), {"into": str(below.uid)}), 422)


def test_gifts_to_a_project_are_listed_and_on_its_page(cast: Cast):
    toys, client = project(cast), signed_in(cast, "leader")
    here = address("campaign-gifts", toys)
    assert "Nothing was given yet" in words_of(client.get(here))
    client.post(here, {"what": "Toys", "how_many": "40", "giver": "A school", "on": DAY})
    gift = Gift.objects.get()
    client.post(address("change-gift", gift), {"what": "Toys", "how_many": "41", "went_to": "The home", "on": DAY})
    words_of(client.get(address("change-gift", gift)))
    assert "Went to The home" in words_of(client.get(here))
    assert "things given" in words_of(client.get(address("campaign", toys)))


def test_the_search_box_finds_campaigns_of_ones_groups(cast: Cast):
    begun(cast, place="Crickhowell Road")
    find = SOURCES["campaigns"].find
    assert [hit.title for hit in find(cast.organiser, "crickhowell", 5)] == ["Homes and a shop"]
    assert list(find(cast.organiser_elsewhere, "crickhowell", 5)) == []
