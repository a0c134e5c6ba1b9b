"""The public pages of decision-makers and of bodies: the same rule for everybody, and no private name."""

import re
from datetime import timedelta

from django.test import Client

from m4c.campaigns.models import NamingDecision
from m4c.commitments.models import Answer, Ask, AskGrid, Commitment, GridQuestion, Inheritance, PublicName
from m4c.commitments.operations.publishing import publish_commitment, take_down_commitment
from m4c.power.models import Institution, Office, Powerholder, Tenure
from tests.campaigns.press.telling import a_councillor, an_owner, approached, public
from tests.cast import Cast
from tests.commitments.faces.facing import a_public_promise
from tests.commitments.promising import a_promise, an_entry, judged
from tests.factories import NOW, TODAY, queries_of, words_of

WHO, BODIES = "/commitments/who/", "/commitments/bodies/"
DAY = timedelta(days=1)


def office_of(powerholder: Powerholder) -> Office:
    return Tenure.objects.get(powerholder=powerholder).office


def test_one_has_what_they_promised_and_how_it_stands(cast: Cast) -> None:
    someone = a_councillor(cast)
    kept = a_public_promise(cast, someone, words="I will come")
    an_entry(cast, kept)
    a_public_promise(cast, someone, words="I will build", due_on=TODAY - DAY)
    text = words_of(Client().get(f"{WHO}cllr-rhian-cabinet/"))
    for said in ("I will come", "I will build", "Kept: 1", "Overdue: 1", "Open ones are not counted as broken"):
        assert said in text
    assert "Cabinet member" in text


def test_one_of_whom_nothing_is_public_is_not_there(cast: Cast) -> None:
    made = a_public_promise(cast)
    assert Client().get(f"{WHO}cllr-rhian-cabinet/").status_code == 200
    take_down_commitment(commitment=made, at=NOW, by=cast.operator)
    assert Client().get(f"{WHO}cllr-rhian-cabinet/").status_code == 404
    assert Client().get(f"{WHO}nobody/").status_code == 404


def test_an_owner_has_a_page_only_while_two_decided(cast: Cast) -> None:
    owner = an_owner(cast)
    campaign = public(cast, owner)
    made = a_promise(cast, owner, campaign=campaign)
    publish_commitment(commitment=made, at=NOW, by=cast.operator)
    assert not PublicName.objects.filter(powerholder=owner).exists()
    decided = {"asked_by": cast.organiser, "asked_at": NOW, "decided_by": cast.editor, "decided_at": NOW}
    named = NamingDecision.objects.create(
        campaign=campaign, powerholder=owner, why="A", answer="B", agreed=True, **decided
    )
    take_down_commitment(commitment=made, at=NOW, by=cast.operator)
    publish_commitment(commitment=made, at=NOW, by=cast.operator)
    slug = PublicName.objects.get(powerholder=owner).slug
    assert "Kapadia" in words_of(Client().get(f"{WHO}{slug}/"))
    NamingDecision.objects.filter(pk=named.pk).update(ended_at=NOW)
    take_down_commitment(commitment=made, at=NOW, by=cast.operator)
    publish_commitment(commitment=made, at=NOW, by=cast.operator)
    assert Client().get(f"{WHO}{slug}/").status_code == 404


def test_asked_and_answered_count_what_is_public_and_add_up(cast: Cast) -> None:
    someone = a_councillor(cast)
    a_public_promise(cast, someone)
    made = {"group": cast.cardiff, "made_by": cast.organiser, "made_at": NOW}
    grid = AskGrid.objects.create(name="Six questions", slug="six", asked_on=TODAY, published_at=NOW, **made)
    for number, kind in enumerate(("yes", "none", ""), 1):
        question = GridQuestion.objects.create(grid=grid, position=number, words="Will you?", short="Will")
        ask = Ask.objects.create(
            grid=grid, question=question, words="Will you?", powerholder=someone, asked_on=TODAY, **made
        )
        if kind:
            Answer.objects.create(ask=ask, kind=kind, on=TODAY, says_who="Us", typed_by=cast.organiser, typed_at=NOW)
    Ask.objects.create(words="In private?", powerholder=someone, asked_on=TODAY, **made)
    text = words_of(Client().get(f"{WHO}cllr-rhian-cabinet/"))
    for said in (
        "<dt>Asked</dt><dd>3",
        "<dt>Answered</dt><dd>1",
        "<dt>No answer</dt><dd>1",
        "<dt>Not recorded</dt><dd>1",
    ):
        assert said in text


def test_how_fast_they_answer_is_said_from_five_approaches_up(cast: Cast) -> None:
    someone = a_councillor(cast)
    a_public_promise(cast, someone)
    campaign = public(cast, someone)
    for days in (40, 50, 60, 70):
        approached(campaign, someone, cast, days, outcome="answered", answered_on=TODAY - (days - 10) * DAY)
    assert "approaches in campaigns" not in words_of(Client().get(f"{WHO}cllr-rhian-cabinet/"))
    approached(campaign, someone, cast, 80)
    text = words_of(Client().get(f"{WHO}cllr-rhian-cabinet/?page=2"))
    assert "Of 5 approaches in campaigns that everybody can read about, 4 were answered." in text
    assert "Half of those within 10 days" in text


def test_what_was_left_to_them_stays_with_whoever_promised(cast: Cast) -> None:
    before, after = a_councillor(cast), a_councillor(cast, "Cllr After")
    made = a_public_promise(cast, before, words="I will build")
    PublicName.objects.create(slug="cllr-after", powerholder=after)
    Inheritance.objects.create(
        commitment=made,
        powerholder=after,
        on=TODAY,
        stance="declines",
        says_who="In the chamber",
        by=cast.organiser,
        at=NOW,
    )
    text = words_of(Client().get(f"{WHO}cllr-after/"))
    assert ("Does not take it on" in text, "I will build" in text, "Cllr Rhian Cabinet" in text) == (True, True, True)


def test_a_body_shows_its_holders_one_after_the_other(cast: Cast) -> None:
    before, after = a_councillor(cast), a_councillor(cast, "Cllr After")
    office = office_of(before)
    a_public_promise(cast, before, words="The first", office=office, made_on=TODAY - 90 * DAY)
    a_public_promise(cast, after, words="The second", office=office, made_on=TODAY - 30 * DAY)
    slug = PublicName.objects.get(institution=Institution.objects.get()).slug
    text = words_of(Client().get(f"{BODIES}{slug}/"))
    assert text.index("Cllr After") < text.index("Cllr Rhian Cabinet")
    Commitment.objects.update(unpublished_at=NOW)
    assert Client().get(f"{BODIES}{slug}/?page=2").status_code == 404
    assert Client().get(f"{BODIES}nobody/").status_code == 404


def test_a_body_tells_of_each_holder_what_was_asked_and_promised_and_it_adds_up(cast: Cast) -> None:
    before, after = a_councillor(cast), a_councillor(cast, "Cllr After")
    office = office_of(before)
    Tenure.objects.filter(powerholder=after).update(office=office)
    Tenure.objects.filter(powerholder=before).update(started_on=TODAY - 900 * DAY, ended_on=TODAY - 40 * DAY)
    given = {"group": cast.cardiff, "made_by": cast.organiser, "made_at": NOW}
    ask = Ask.objects.create(words="Will you?", powerholder=before, office=office, asked_on=TODAY - 90 * DAY, **given)
    Answer.objects.create(ask=ask, kind="yes", on=TODAY, says_who="Us", typed_by=cast.organiser, typed_at=NOW)
    kept = a_public_promise(cast, before, words="The first", office=office, ask=ask, made_on=TODAY - 90 * DAY)
    an_entry(cast, kept)
    judged(cast, a_public_promise(cast, after, words="The second", office=office), verdict="unverifiable")
    slug = PublicName.objects.get(institution=office.institution).slug
    text = words_of(Client().get(f"{BODIES}{slug}/"))
    rows = [cells(row) for row in text.split("<tr>")[2:]]
    assert [(row[1:6], row[6]) for row in rows] == [
        (["0", "0", "1", "0", "0"], "Cannot be verified: 1"),
        (["1", "1", "1", "1", "0"], "none"),
    ]
    assert ("Cllr After" in rows[0][0], "Cllr Rhian Cabinet" in rows[1][0]) == (True, True)
    assert "<dt>Asked</dt><dd>1" in text


def test_how_fast_a_body_answers_is_said_from_five_approaches_up(cast: Cast) -> None:
    someone = a_councillor(cast)
    office = office_of(someone)
    a_public_promise(cast, someone, office=office)
    address = f"{BODIES}{PublicName.objects.get(institution=office.institution).slug}/"
    campaign = public(cast, someone)
    for days in (40, 50, 60, 70):
        approached(campaign, someone, cast, days, outcome="answered", answered_on=TODAY - (days - 10) * DAY)
    assert "approaches in campaigns" not in words_of(Client().get(address))
    approached(campaign, someone, cast, 80, office=office)
    assert "Of 5 approaches in campaigns" in words_of(Client().get(f"{address}?page=2"))


def test_long_lists_go_leaf_by_leaf(cast: Cast) -> None:
    someone = a_councillor(cast)
    office = office_of(someone)
    for number in range(27):
        a_public_promise(
            cast, someone, office=office, words=f"Promise {number:02}", made_on=TODAY - (60 + number) * DAY
        )
    slug = PublicName.objects.get(institution=office.institution).slug
    for address in (f"{WHO}cllr-rhian-cabinet/", f"{BODIES}{slug}/"):
        first = words_of(Client().get(address))
        assert ("Promise 24" in first, "Promise 25" in first, '<span class="num">27</span>' in first) == (
            True,
            False,
            True,
        )
        last = Commitment.objects.get(words="Promise 24").slug
        second = words_of(Client().get(f"{address}?after={last}"))
        assert ("Promise 24" in second, "Promise 25" in second, "Promise 26" in second) == (False, True, True)


def cells(row: str) -> list[str]:
    """The text of each cell of a row."""
    found = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in found]


def test_all_are_listed_by_name(cast: Cast) -> None:
    assert "Nobody is named here yet" in words_of(Client().get(WHO))
    a_public_promise(cast, a_councillor(cast))
    a_public_promise(cast, an_owner(cast))
    text = words_of(Client().get(WHO))
    assert ("Cllr Rhian Cabinet" in text, "Kapadia" in text) == (True, False)


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    someone = a_councillor(cast)
    office = office_of(someone)
    a_public_promise(cast, someone, office=office)
    slug = PublicName.objects.get(institution=office.institution).slug
    pages = (WHO, f"{WHO}cllr-rhian-cabinet/", f"{BODIES}{slug}/")
    one = [queries_of(Client(), f"{address}?page=1") for address in pages]
    for name in ("Cllr Two", "Cllr Three"):
        a_public_promise(cast, someone, office=office)
        a_public_promise(cast, a_councillor(cast, name), office=office)
    again = [queries_of(Client(), f"{address}?page=2") for address in pages]
    assert again == one
