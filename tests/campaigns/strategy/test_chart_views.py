"""The strategy chart on its pages: five columns, kind hints, two people at once, versions laid beside each other."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.campaigns.models import ChartEntry, ChartVersion, Target
from m4c.campaigns.operations.chart import NewLine, change_entry, keep_version, take_away_entry
from tests.campaigns.strategy.making import OWNER, body_of, campaign_of, line_of, target_of
from tests.cast import Cast
from tests.factories import NOW, queries_of, signed_in, words_of

pytestmark = pytest.mark.django_db


def chart(target: Target) -> str:
    return reverse("target-chart", kwargs={"uid": target.uid})


def at(name: str, row: object) -> str:
    return reverse(name, kwargs={"uid": row.uid})  # type: ignore[attr-defined]


def standing() -> list[str]:
    return [entry.words for entry in ChartEntry.objects.standing().order_by("order", "pk")]


def test_without_a_target_the_page_teaches_the_next_step(cast: Cast) -> None:
    page = words_of(signed_in(cast, "organiser").get(at("strategy-chart", campaign_of(cast))))
    assert "First a target" in page
    assert "#strategy-chart" in page


def test_five_columns_with_what_each_asks_and_what_is_missing(cast: Cast) -> None:
    target = target_of(cast)
    page = words_of(signed_in(cast, "leader").get(at("strategy-chart", target.campaign)))
    heads = ["Goals", "Organisational considerations", "Constituents, allies and opponents", "Targets", "Tactics"]
    places = [page.index(f"</span> {head}</h2>") for head in heads]
    assert places == sorted(places)
    assert OWNER in page
    assert "Name who can say yes" in page
    assert "Add a step" in page
    assert "Add a step" not in words_of(signed_in(cast, "editor").get(chart(target)))


def test_a_step_without_who_or_when_and_a_body_as_target_are_named_kindly(cast: Cast) -> None:
    target = target_of(cast)
    body_of(cast, "Cardiff Council")
    line_of(cast, target, "Picket", part="tactic")
    line_of(cast, target, "Leaflets", part="tactic", constituency="Tenants", due_on=timezone.localdate() - timedelta(1))
    line_of(cast, target, "Cardiff council.", part="primary")
    page = words_of(signed_in(cast, "organiser").get(chart(target)))
    for hint in ("Who of ours does it?", "By when?", "That is a body"):
        assert page.count(f'strategy-hint no-print">{hint}') == 1


def test_each_target_has_a_chart_of_its_own(cast: Cast) -> None:
    campaign = campaign_of(cast)
    one, other = target_of(cast, campaign), target_of(cast, campaign, "Leila Osman", kind="secondary")
    line_of(cast, one, "For the owner")
    client = signed_in(cast, "organiser")
    assert (
        "For the owner" in words_of(client.get(chart(one))),
        "For the owner" in words_of(client.get(chart(other))),
    ) == (
        True,
        False,
    )
    assert f'href="{chart(other)}"' in words_of(client.get(chart(one)))


def test_a_line_is_written_and_a_refused_one_keeps_its_words(cast: Cast) -> None:
    target = target_of(cast)
    client = signed_in(cast, "organiser")
    address = at("add-chart-line", target)
    sent = {"part": "tactic", "words": "Picket", "constituency": "Tenants", "due_on": "2027-01-09"}
    answer = client.post(address, sent)
    assert answer["Location"] == f"{chart(target)}#tactics"
    entry = ChartEntry.objects.get()
    assert (entry.words, entry.constituency, str(entry.due_on)) == ("Picket", "Tenants", "2027-01-09")
    page = words_of(client.post(address, sent | {"words": "", "constituency": "The choir"}), 422)
    assert "The choir" in page
    assert client.post(address, {"part": "nowhere", "words": "x"}).status_code == 422


def test_two_at_once_see_both_wordings_and_choose(cast: Cast) -> None:
    entry = line_of(cast, words="A shop")
    client = signed_in(cast, "organiser")
    sent = {"part": "middle", "words": "A shop, mine"}
    change_entry(entry=entry, line=NewLine("middle", "A shop, theirs"), at=NOW, by=cast.leader)
    page = words_of(client.post(at("chart-line", entry), sent), 409)
    assert "A shop, theirs" in page
    assert "A shop, mine" in page
    assert cast.person("leader").name in page
    assert standing() == ["A shop, theirs"]
    last = ChartEntry.objects.standing().get()
    for choice, left in (
        ("theirs", ["A shop, theirs"]),
        ("both", ["A shop, theirs", "A shop, mine"]),
        ("mine", ["A shop, mine", "A shop, mine"]),
    ):
        assert client.post(at("choose-chart-line", last), sent | {"choice": choice}).status_code == 302
        assert standing() == left
    assert ChartEntry.objects.filter(words="A shop, theirs").count() == 1  # replaced, and still there to read


def test_who_chooses_too_late_is_asked_again(cast: Cast) -> None:
    entry = line_of(cast, words="A shop")
    change_entry(entry=entry, line=NewLine("middle", "Newer"), at=NOW, by=cast.leader)
    sent = {"part": "middle", "words": "Mine", "choice": "mine"}
    assert "Newer" in words_of(signed_in(cast, "organiser").post(at("choose-chart-line", entry), sent), 409)
    assert standing() == ["Newer"]


def test_what_was_taken_away_meanwhile_can_be_put_back(cast: Cast) -> None:
    entry = line_of(cast, words="A shop")
    take_away_entry(entry=entry, at=NOW, by=cast.leader)
    client = signed_in(cast, "organiser")
    sent = {"part": "middle", "words": "A shop and homes"}
    assert "Put mine back" in words_of(client.post(at("chart-line", entry), sent), 409)
    client.post(at("choose-chart-line", entry), sent | {"choice": "mine"})
    assert standing() == ["A shop and homes"]


def test_taking_away_and_undoing_by_buttons(cast: Cast) -> None:
    entry = line_of(cast, words="A shop")
    client = signed_in(cast, "organiser")
    assert client.post(at("take-chart-line-away", entry))["Location"] == f"{chart(entry.target)}#goals"
    page = words_of(client.get(chart(entry.target)))
    assert at("undo-chart-line", entry) in page  # one's own last change
    assert at("undo-chart-line", entry) not in words_of(signed_in(cast, "leader").get(chart(entry.target)))
    client.post(at("undo-chart-line", entry))
    assert standing() == ["A shop"]
    assert "Bring it back" not in words_of(client.get(at("chart-line", ChartEntry.objects.standing().get())))


def test_a_line_shows_how_it_was_worded(cast: Cast) -> None:
    entry = line_of(cast, words="A shop")
    new, _old = change_entry(entry=entry, line=NewLine("middle", "A square"), at=NOW, by=cast.leader)
    client = signed_in(cast, "organiser")
    for row in (entry, new):
        page = words_of(client.get(at("chart-line", row)))
        assert "A shop" in page
        assert "A square" in page
    sent = {"part": "middle", "words": "A square with a shop"}
    assert client.post(at("chart-line", new), sent).status_code == 302
    assert standing() == ["A square with a shop"]
    assert client.post(at("chart-line", ChartEntry.objects.standing().get()), sent | {"words": ""}).status_code == 422


def test_versions_are_kept_read_and_compared(cast: Cast) -> None:
    target = target_of(cast)
    entry = line_of(cast, target, "A shop")
    gone = line_of(cast, target, "A fence")
    client = signed_in(cast, "organiser")
    client.post(at("keep-chart-version", target), {"words": "Before the picket"})
    first = ChartVersion.objects.get()
    change_entry(entry=entry, line=NewLine("middle", "A shop by May"), at=NOW, by=cast.leader)
    take_away_entry(entry=gone, at=NOW, by=cast.leader)
    line_of(cast, target, "A square")
    second = keep_version(target=target, at=NOW, by=cast.organiser)
    assert "Before the picket" in words_of(client.get(at("chart-versions", target)))
    page = words_of(client.get(at("chart-version", first)))
    assert ("A fence" in page, "A square" in page) == (True, False)
    for other in ("now", str(second.uid)):
        page = words_of(client.get(at("chart-version", first), {"with": other}))
        assert "New: 1. Changed: 1. Gone: 1." in page
        assert "Before:</span> A shop" in page or "Before: A shop" in page
    back = words_of(client.get(at("chart-version", second), {"with": str(first.uid)}))
    assert "New: 1. Changed: 1. Gone: 1." in back  # whichever is asked for, time runs forwards
    assert "New:" not in words_of(client.get(at("chart-version", first), {"with": "nonsense"}))


def test_the_pages_take_as_many_queries_for_three_lines_as_for_one(cast: Cast) -> None:
    target = target_of(cast)
    line_of(cast, target)
    keep_version(target=target, at=NOW, by=cast.organiser)
    client = signed_in(cast, "organiser")
    pages = (chart(target), at("chart-versions", target), at("campaign", target.campaign))
    before = [queries_of(client, page) for page in pages]
    for words in ("Two", "Three"):
        line_of(cast, target, words)
        keep_version(target=target, at=NOW, by=cast.organiser)
    assert [queries_of(client, page) for page in pages] == before
