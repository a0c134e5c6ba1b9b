"""People and groups in the search box: those one may see, never somebody kept safe, in a constant number of queries."""

from django.urls import reverse
from django.utils import timezone

from m4c.core.search import SOURCES
from m4c.people.groups.search import find_groups
from m4c.people.operations.protection import keep_safe
from m4c.people.search import find_people
from tests.cast import Cast
from tests.factories import queries_of, signed_in, somebody, words_of

PAGE = reverse("search")
FRAME, PEOPLE = 4, 3  # statements of the page around the hits, and of finding people; any other source takes one


def people(cast: Cast, persona: str, words: str) -> list[str]:
    return [hit.title for hit in find_people(cast.fresh(persona), words, 10)]


def test_people_by_name_without_accents_and_by_phone(cast: Cast) -> None:
    somebody(cast, "Zofia Wójcik", phones=["+447700900141"])
    for words in ("zofia woj", "ZOFIA", "wojcik z", "07700 900141"):
        assert people(cast, "organiser", words) == ["Zofia Wójcik"]
    assert people(cast, "organiser_elsewhere", "zofia") == []
    assert people(cast, "organiser", "---") == []


def test_a_line_tells_namesakes_apart(cast: Cast) -> None:
    somebody(cast, "Ann Evans")
    somebody(cast, "Ann Evans", group=cast.st_mellons)
    lines = [hit.line for hit in find_people(cast.organiser, "ann evans", 10)]
    assert sorted(lines) == ["Cardiff", "St Mellons"]


def test_somebody_kept_safe_is_found_by_nobody(cast: Cast) -> None:
    ann = somebody(cast, "Ann Evans")
    assert people(cast, "organiser", "ann evans") == ["Ann Evans"]
    keep_safe(person=ann, at=timezone.now(), by=cast.organiser)
    for persona in ("organiser", "leader", "national_organiser", "safeguarding"):
        assert people(cast, persona, "ann evans") == []
    # Not even by her own contact, over whose shoulder somebody may look; nor by herself.
    assert people(cast, "leader", "hana") == people(cast, "protected_member", "hana") == []


def test_groups_by_any_part_of_name_or_place(cast: Cast) -> None:
    found = [(hit.title, hit.line) for hit in find_groups(cast.member, "mellons", 10)]
    assert found == [("St Mellons", "Team")]


def test_the_page_shows_what_is_found_and_teaches_where_nothing_is(cast: Cast) -> None:
    client = signed_in(cast, "organiser")
    assert "Bethan Griffiths" in words_of(client.get(PAGE, {"q": "beth"}))
    assert "Nothing found for “&lt;b&gt;x”" in words_of(client.get(PAGE, {"q": "<b>x"}))
    assert "Type two letters or more." in words_of(client.get(PAGE))
    for awkward in ("'", "\x00\x00", "%%", "\\", "a" * 4_000, '"-- AND'):
        assert client.get(PAGE, {"q": awkward}).status_code == 200


def test_the_box_gets_its_list_alone(cast: Cast) -> None:
    headers = {"HX-Request": "true", "HX-Target": "search-hits"}
    text = words_of(signed_in(cast, "organiser").get(PAGE, {"q": "cardiff"}, headers=headers))
    assert text.startswith('<div id="search-hits"')
    assert ('role="option"' in text, "<h1" in text) == (True, False)


def test_a_member_finds_groups_and_no_people(cast: Cast) -> None:
    client = signed_in(cast, "member")
    assert "Bethan" not in words_of(client.get(PAGE, {"q": "beth"}))
    assert "/organise/groups/cardiff/" in words_of(client.get(PAGE, {"q": "cardiff"}))


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    client = signed_in(cast, "organiser")
    somebody(cast, "Ann Evans")
    one = queries_of(client, f"{PAGE}?q=ann")
    somebody(cast, "Ann Bevan")
    somebody(cast, "Ann Cadwaladr")
    assert queries_of(client, f"{PAGE}?q=ann") == one <= FRAME + PEOPLE + len(SOURCES.all()) - 1
