"""The board of commitments, and the page of one with its whole history."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from m4c.commitments.models import Commitment, Progress
from m4c.commitments.operations.changed_terms import amend_commitment, inherit_commitment, supersede_commitment
from m4c.commitments.operations.commitment import name_keeper
from m4c.commitments.operations.terms import add_milestone, say_condition, set_due
from m4c.commitments.watching.restating import restate
from m4c.power.models import Tenure
from tests.cast import Cast
from tests.commitments.making import MADE, WORDS, a_commitment, a_condition, a_speaker
from tests.commitments.winning import a_campaign
from tests.factories import NOW, TODAY, queries_of, signed_in, words_of
from tests.power.recording import tenure_of

BOARD = "/organise/commitments/"
DAY = timedelta(days=1)


def at(commitment: Commitment, what: str = "") -> str:
    return f"{BOARD}{commitment.uid}/{what}"


def numbers(text: str) -> str:
    """The board's numbers."""
    part = text[text.index('class="standings-list"') :]
    return part[: part.index("</ul>")]


def test_the_board_teaches_where_it_is_empty(cast: Cast) -> None:
    text = words_of(signed_in(cast, "leader").get(BOARD))
    assert "Nothing promised is written down yet" in text
    assert "None such" in words_of(signed_in(cast, "leader").get(f"{BOARD}?status=broken"))


def test_the_board_has_a_column_for_each_status_and_its_numbers_add_up(cast: Cast) -> None:
    today = timezone.localdate()
    for words, due in (("Late", today - DAY), ("Soon", today + DAY), ("Some day", None), ("Some year", None)):
        a_commitment(cast, words=words, due_on=due)
    a_commitment(cast, group=cast.manchester, words="Elsewhere")
    text = words_of(signed_in(cast, "leader").get(BOARD))
    assert [word in text for word in ("“Late”", "“Soon”", "“Some day”", "Elsewhere")] == [True, True, True, False]
    assert numbers(text).count("<li>") == 3
    assert '<span class="num">4</span> commitments' in text
    only = words_of(signed_in(cast, "leader").get(f"{BOARD}?status=overdue"))
    assert [word in only for word in ("“Late”", "“Soon”")] == [True, False]
    assert '<span class="num">4</span> commitments' in only


def test_the_board_is_narrowed(cast: Cast) -> None:
    campaign = a_campaign(cast)
    a_commitment(cast, words="Of the campaign", campaign=campaign)
    a_commitment(cast, words="Of another", powerholder=a_speaker(cast, "Somebody else"))
    kept = a_commitment(cast, words="Kept by me", keeper=cast.person("leader"))
    Commitment.objects.filter(pk=kept.pk).update(to_review="Which office?")
    client = signed_in(cast, "leader")
    everything = {"Of the campaign", "Of another", "Kept by me"}
    for query, shown in (
        ("", everything),
        (f"?campaign={campaign.uid}", {"Of the campaign"}),
        (f"?powerholder={a_speaker(cast, 'Somebody else').uid}", {"Of another"}),
        ("?keeper=me", {"Kept by me"}),
        ("?keeper=none", {"Of the campaign", "Of another"}),
        (f"?keeper={cast.person('leader').uid}", {"Kept by me"}),
        ("?to_review=yes", {"Kept by me"}),
        ("?group=st-mellons", set()),
        ("?area=ward:nowhere", everything),  # nothing of that name is nothing chosen
        ("?campaign=nonsense", everything),
    ):
        text = words_of(client.get(BOARD + query))
        assert {words for words in everything if f"“{words}”" in text} == shown, query


def test_the_board_as_at_a_day(cast: Cast) -> None:
    a_commitment(cast, due_on=MADE + 10 * DAY)
    client = signed_in(cast, "leader")
    for day, word in ((MADE - DAY, "None such"), (MADE, "Due soon"), (MADE + 11 * DAY, "Overdue: 1 day")):
        assert word in words_of(client.get(f"{BOARD}?as_at={day}"))


def test_the_board_of_a_past_day_says_what_was_said_then(cast: Cast) -> None:
    by: dict[str, Any] = {"at": NOW, "by": cast.leader}
    made = a_commitment(cast, due_on=None, due_words="Before the election", words="Three meetings, in the hall.")
    agreed: dict[str, Any] = {"because": "We asked", "agreed_with": "Her office", "on": MADE + 20 * DAY}
    amend_commitment(commitment=made, words="Two meetings, and a letter.", target=Decimal(2), **agreed, **by)
    called: dict[str, Any] = {"because": "It was called", "known_on": MADE + 20 * DAY}
    set_due(commitment=made, due_on=MADE + 40 * DAY, **called, **by)
    entry: dict[str, Any] = {"kind": "reached", "on": MADE + DAY, "amount": Decimal(1), "says_who": "We"}
    Progress.objects.create(commitment=made, added_by=cast.organiser, added_at=NOW, **entry)
    restate(made)
    client = signed_in(cast, "leader")
    for query in ("", "&status=in_progress"):
        then = words_of(client.get(f"{BOARD}?as_at={MADE + 19 * DAY}{query}"))
        now = words_of(client.get(f"{BOARD}?as_at={MADE + 20 * DAY}{query}"))
        assert ("Three meetings, in the hall." in then, "1 of 3 meetings" in then) == (True, True)
        assert ("Two meetings, and a letter." in now, "1 of 2 meetings" in now, "Three" in now) == (True, True, False)
    before = words_of(client.get(at(made, f"?as_at={MADE + 19 * DAY}")))
    assert ("Before the election" in before, "What became of it" in before) == (True, False)


def test_what_nobody_knew_yet_is_not_told_of_a_past_day(cast: Cast) -> None:
    made = a_commitment(cast, due_on=None)
    set_due(commitment=made, due_on=TODAY + DAY, because="They wrote", known_on=TODAY - DAY, at=NOW, by=cast.leader)
    told: dict[str, Any] = {"level": Decimal(1), "on": TODAY, "known_on": TODAY - DAY, "words": "The first by then"}
    add_milestone(commitment=made, **told, at=NOW, by=cast.leader)
    client = signed_in(cast, "leader")
    pages = [words_of(client.get(at(made, f"?as_at={TODAY - days * DAY}"))) for days in (2, 1)]
    for words in (
        "It is known to be due by 6 October 2026",
        "They wrote",
        "The first by then",
        "Milestone: 1 meetings by 5 October 2026",
    ):
        assert [words in page for page in pages] == [False, True]


def test_pages_of_one_status_follow_each_other(cast: Cast) -> None:
    for number in range(27):
        a_commitment(cast, words=f"Promise {number:02}.", due_on=None)
    client = signed_in(cast, "leader")
    first = words_of(client.get(f"{BOARD}?status=made"))
    assert [f"Promise {number:02}." in first for number in (26, 2, 1)] == [True, True, False]
    last = Commitment.objects.get(words="Promise 02.")
    rest = words_of(client.get(f"{BOARD}?status=made&after={last.uid}"))
    assert [f"Promise {number:02}." in rest for number in (2, 1, 0)] == [False, True, True]


def test_the_board_takes_as_many_queries_for_three_as_for_one(cast: Cast) -> None:
    a_commitment(cast)
    client = signed_in(cast, "leader")
    client.get(BOARD)
    asked = (BOARD, f"{BOARD}?status=made", f"{BOARD}?as_at={MADE}", f"{BOARD}?as_at={MADE}&status=made")
    one = [queries_of(client, address) for address in asked]
    for number in range(2):
        a_commitment(cast, words=f"Another {number}", powerholder=a_speaker(cast, f"Speaker {number}"))
    assert [queries_of(client, address) for address in asked] == one
    assert max(one[:2]) <= 10


def test_the_page_tells_the_whole_history(cast: Cast) -> None:
    made = a_commitment(cast)
    condition = a_condition(cast, made)
    by: dict[str, Any] = {"at": NOW, "by": cast.leader}
    amend_commitment(
        commitment=made, words="Two meetings", because="We asked", agreed_with="Her office", on=MADE + 20 * DAY, **by
    )
    told: dict[str, Any] = {"evidence": "The declaration of the result", "says_who": "The returning officer"}
    say_condition(condition=condition, state="failed", on=TODAY, **told, **by)
    text = words_of(signed_in(cast, "leader").get(at(made)))
    for words in (
        "Two meetings",
        WORDS.split(".")[0],
        "Her office",
        "The returning officer",
        "neither kept nor broken",
    ):
        assert words in text.replace("&#x27;", "'")
    then = words_of(signed_in(cast, "leader").get(at(made, f"?as_at={MADE + 30 * DAY}")))
    assert ("Her office" in then, "The returning officer" in then) == (True, False)
    before = words_of(signed_in(cast, "leader").get(at(made, f"?as_at={MADE}")))
    assert ("Her office" in before, "Two meetings" in before) == (False, False)


def test_the_page_shows_who_holds_the_office_now(cast: Cast) -> None:
    made = a_commitment(cast)
    client = signed_in(cast, "leader")
    assert "Who holds the office now" not in words_of(client.get(at(made)))
    Tenure.objects.filter(powerholder=made.powerholder).update(ended_on=TODAY)
    after = a_speaker(cast, "New minister")
    assert made.office is not None
    tenure_of(cast, after, made.office, started_on=TODAY)
    text = words_of(client.get(at(made)))
    assert ("Who holds the office now" in text, "The commitment stays with Shadow minister" in text) == (True, True)
    assert "New minister" in words_of(client.get(at(made, f"successor/?who={after.uid}")))
    told: dict[str, Any] = {"powerholder": after, "on": TODAY, "stance": "takes_on", "says_who": "By letter"}
    inherit_commitment(commitment=made, **told, at=NOW, by=cast.leader)
    assert "Left to New minister, who takes it on" in words_of(client.get(at(made)))


def test_the_page_takes_as_many_queries_for_three_as_for_one(cast: Cast) -> None:
    made = a_commitment(cast)
    client = signed_in(cast, "leader")
    counts = []
    for number in (1, 2):
        for _each in range(number):
            entry: dict[str, Any] = {"kind": "reached", "on": TODAY, "amount": Decimal(1), "says_who": "We"}
            Progress.objects.create(commitment=made, added_by=cast.organiser, added_at=NOW, **entry)
            a_condition(cast, made)
        restate(made)
        counts.append(queries_of(client, at(made)))
    assert counts[0] == counts[1]


def test_a_keeper_reads_the_page_whatever_their_role(cast: Cast) -> None:
    made, other = a_commitment(cast), a_commitment(cast)
    client = signed_in(cast, "member")
    assert client.get(at(made)).status_code == 404
    name_keeper(commitment=made, keeper=cast.person("member"), by=cast.organiser)
    assert [client.get(at(each)).status_code for each in (made, other)] == [200, 404]
    supersede_commitment(commitment=made, instead=other, on=TODAY, at=NOW, by=cast.leader)
    page = client.get(at(made))
    assert (page.status_code, f'href="{BOARD}"' in words_of(page)) == (200, False)
