"""The public board of commitments, and one with its whole history, as strangers meet them."""

from datetime import timedelta
from decimal import Decimal

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.commitments.models import Amendment, Commitment, Inheritance, Standing
from m4c.commitments.operations.publishing import take_down_commitment
from m4c.places.models import Area, AreaName
from m4c.power.models import Tenure
from tests.campaigns.press.telling import a_councillor, an_owner, public
from tests.cast import Cast
from tests.commitments.faces.facing import a_public_promise
from tests.commitments.promising import WORDS, a_promise, an_entry, broken, judged
from tests.factories import NOW, TODAY, queries_of, words_of

BOARD = "/commitments/"
DAY = timedelta(days=1)


def page(commitment: Commitment, query: str = "") -> str:
    return words_of(Client().get(f"{BOARD}{commitment.slug}/{query}"))


def in_office(cast: Cast, name: str) -> Commitment:
    """One that was promised in a public office."""
    someone = a_councillor(cast, name)
    return a_public_promise(cast, someone, office=Tenure.objects.get(powerholder=someone).office)


def test_the_board_teaches_and_shows_what_was_published_alone(cast: Cast) -> None:
    assert "No commitment is public just now" in words_of(Client().get(BOARD))
    a_promise(cast, words="Among ourselves")
    made = a_public_promise(cast)
    text = words_of(Client().get(BOARD))
    assert (WORDS in text, "Among ourselves" in text) == (True, False)
    assert "These are few" in text
    take_down_commitment(commitment=made, at=NOW, by=cast.operator)
    assert "No commitment is public just now" in words_of(Client().get(BOARD))
    assert Client().get(f"{BOARD}{made.slug}/").status_code == 404


def test_numbers_add_up_by_place_theme_and_speaker(cast: Cast) -> None:
    area = Area.objects.create(kind="ward", code="W05000001", source="test")
    AreaName.objects.create(area=area, language="en", name="Splott")
    someone = a_councillor(cast)
    for number in range(3):
        a_public_promise(cast, someone, area=area if number else None)
    a_public_promise(cast, an_owner(cast), words="I will mend the fence")
    text = words_of(Client().get(BOARD))
    assert "Kapadia" not in text
    assert ("Splott</a> <span>2" in text, "No place was said</span> <span>2" in text) == (True, True)
    assert ("Cllr Rhian Cabinet</a> <span>3" in text, "Others</span> <span>1" in text) == (True, True)
    narrowed = words_of(Client().get(f"{BOARD}?place=ward-W05000001"))
    assert ("mend the fence" in narrowed, narrowed.count("face-card")) == (False, 3)  # two and the grid around them


def test_a_status_is_read_leaf_by_leaf(cast: Cast) -> None:
    someone = a_councillor(cast)
    for number in range(27):
        a_public_promise(cast, someone, words=f"Promise {number:02}", made_on=TODAY - (60 + number) * DAY)
    status = Standing.objects.on(timezone.localdate())[0].status
    first = words_of(Client().get(f"{BOARD}?status={status}"))
    assert ("Promise 00" in first, "Promise 24" in first, "Promise 25" in first) == (True, True, False)
    last = Commitment.objects.get(words="Promise 24")
    second = words_of(Client().get(f"{BOARD}?status={status}&after={last.slug}"))
    assert ("Promise 24" in second, "Promise 26" in second, "before=" in second) == (False, True, True)
    above = Commitment.objects.get(words="Promise 25")
    back = words_of(Client().get(f"{BOARD}?status={status}&before={above.slug}"))
    assert ("Promise 00" in back, "Promise 24" in back, "Promise 25" in back) == (True, True, False)
    for nonsense in (
        "?status=nonsense",
        "?after=%00",
        "?place=x",
        "?theme=x",
        f"?status={status}&after=nobody",
        "?on=x",
    ):
        assert Client().get(f"{BOARD}{nonsense}").status_code == 200


def test_each_part_has_its_own_name_and_all_add_up(cast: Cast) -> None:
    someone = a_councillor(cast)
    an_entry(cast, a_public_promise(cast, someone, words="Kept one"))
    broken(cast, a_public_promise(cast, someone, words="Broken one"))
    judged(cast, a_public_promise(cast, someone, words="Disputed one"), verdict="disputed")
    for _each in range(6):
        a_public_promise(cast, someone, words="Late one", due_on=TODAY - DAY)
    text = words_of(Client().get(BOARD))
    for title, number in (("Still open", 6), ("Kept", 1), ("Broken", 1), ("Disputed", 1)):
        assert f'{title} <span class="face-number">{number}</span>' in text
        assert f'<span class="num">{number}</span> <span class="face-part-name">{title}</span></a>' in text
    assert ("Neither" in text, "late is not broken" in text, "All 6" in text) == (False, True, True)
    late = words_of(Client().get(f"{BOARD}?status=open"))
    assert (late.count("“Late one”"), "Kept one" in late) == (6, False)


def test_as_at_a_day_it_says_what_was_so_then_and_names_nobody_anew(cast: Cast) -> None:
    someone = a_councillor(cast)
    made = a_public_promise(cast, someone, words="Four shops")
    an_entry(cast, made)
    a_public_promise(cast, someone, words="A younger one", made_on=TODAY - 2 * DAY)
    given = {"words_before": "Three shops", "words_after": "Four shops", "because": "We asked", "agreed_with": "Them"}
    Amendment.objects.create(commitment=made, on=TODAY - DAY, by=cast.organiser, at=NOW, **given)
    then = words_of(Client().get(f"{BOARD}?on={TODAY - 10 * DAY}"))
    assert ("As it stood on" in then, "Three shops" in then, "Four shops" in then) == (True, True, False)
    assert "A younger one" not in then
    assert '<span class="num">1</span> <span class="face-part-name">Still open' in then
    assert f"commitments.csv?on={TODAY - 10 * DAY}" in then
    assert "None of these had been made by then" in words_of(Client().get(f"{BOARD}?on=1997-05-01"))
    assert "How it stands today" not in words_of(Client().get(f"{BOARD}?on=2999-01-01"))
    Tenure.objects.filter(powerholder=someone).update(ended_on=TODAY - DAY)
    gone = words_of(Client().get(f"{BOARD}?on={TODAY - 11 * DAY}"))
    assert ("Cllr Rhian Cabinet" in gone, "The decision-maker" in gone) == (False, True)


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    first = in_office(cast, "Cllr One")
    pages = (f"{BOARD}?", f"{BOARD}?status=due_soon&", f"{BOARD}{first.slug}/?", f"{BOARD}?on={TODAY - DAY}&")
    queries_of(Client(), f"{BOARD}?page=0")  # what a process looks up once
    one = [queries_of(Client(), f"{address}page=1") for address in pages]  # each kept apart
    for name in ("Cllr Two", "Cllr Three"):
        in_office(cast, name)
    for _each in range(2):
        an_entry(cast, first, kind="step")
    again = [queries_of(Client(), f"{address}page=2") for address in pages]
    assert again == one
    assert one[0] <= 10  # with what stands round every public page


def test_one_tells_its_whole_history_with_evidence_and_who_says_so(cast: Cast) -> None:
    made = a_public_promise(cast, measure="count", target=Decimal(3), unit="meetings")
    an_entry(cast, made, kind="reached", amount=Decimal(1))
    Amendment.objects.create(
        commitment=made,
        on=TODAY,
        words_before=WORDS,
        words_after="Four times",
        because="We asked",
        agreed_with="Her office",
        by=cast.organiser,
        at=NOW,
    )
    other = a_councillor(cast, "Cllr After")
    Inheritance.objects.create(
        commitment=made, powerholder=other, on=TODAY, stance="takes_on", says_who="By letter", by=cast.organiser, at=NOW
    )
    Commitment.objects.filter(pk=made.pk).update(words="Four times")
    text = page(made)
    for said in (
        "Cllr Rhian Cabinet",
        "Counted: 1 more",
        "Six of us were there",
        "Our minutes",
        "Four times",
    ):
        assert said in text
    assert ("Amended, agreed with Her office" in text, "Cllr After" in text) == (True, True)
    assert ("application/ld+json" in text, reverse("complain") in text) == (True, True)
    before = page(made, f"?on={TODAY - 10 * DAY}")
    assert ("As it stood on" in before, "Six of us were there" in before, "Four times" in before) == (
        True,
        False,
        False,
    )
    for nonsense in ("?on=nonsense", "?on=2026-02-31", "?on=1900-01-01", "?on=2999-01-01"):
        assert "Cllr Rhian Cabinet" in page(made, nonsense)


def test_words_of_ours_that_were_wrong_are_not_told_as_promised(cast: Cast) -> None:
    made = a_public_promise(cast)
    slip = {"words_before": "Three meatings", "words_after": made.words, "because": "A slip of the pen"}
    Amendment.objects.create(commitment=made, on=TODAY, by=cast.organiser, at=NOW, **slip)
    text = page(made)
    assert "We had written it down wrongly, and put it right" in text
    assert (text.count("Three meatings"), text.count(made.words) > 2) == (1, True)


def test_a_verdict_has_its_reasons_and_the_reply_beside_it_and_none_before_its_day(cast: Cast) -> None:
    made = a_public_promise(cast)
    broken(cast, made, days=3)
    assert "She said in the chamber" not in page(made, f"?on={TODAY}")
    text = page(made)  # the notice has run out since
    assert ("She said in the chamber" in text, "have not replied" in text) == (True, True)


def test_names_of_private_people_are_not_said(cast: Cast) -> None:
    owner = an_owner(cast)
    made = a_public_promise(cast, owner, words="I, Anand Kapadia, will mend it", made_to="Siân Prosser")
    text, board = page(made), words_of(Client().get(BOARD))
    assert ("Kapadia" in text, "the owner" in text.lower(), "Kapadia" in board) == (False, True, False)
    an_entry(cast, made, says_who="Siân Prosser saw it", words="Ring 07700 900123")
    text = page(made)
    assert ("Prosser" in text, "07700" in text, "One of us saw it" in text) == (False, False, True)


def test_a_campaign_that_is_public_is_led_to(cast: Cast) -> None:
    someone = a_councillor(cast)
    made = a_public_promise(cast, someone, campaign=public(cast, someone))
    assert "/campaigns/homes-and-a-shop/" in page(made)


def test_the_picture_is_drawn(cast: Cast) -> None:
    made = a_public_promise(cast)
    answer = Client().get(f"{BOARD}{made.slug}/picture.png")
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")


def test_menus_and_the_sitemap_lead_there(cast: Cast) -> None:
    made = a_public_promise(cast)
    text = words_of(Client().get("/sitemap.xml"))
    assert (f"/commitments/{made.slug}/" in text, "/commitments/who/cllr-rhian-cabinet/" in text) == (True, True)
