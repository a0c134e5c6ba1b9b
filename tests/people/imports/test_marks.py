"""What lists of other tools say besides: tags, the tool's own numbers, and fields that are called like ours."""

from datetime import timedelta

from django.utils import timezone

from m4c.people.imports import run
from m4c.people.models import Account, ImportRow, OutsideIdentity, OwnValue, Person, SheetImport, Tag, Tagging
from m4c.people.operations.own_field import NewField, fill_own_fields, make_own_field
from m4c.people.operations.person_merge import merge
from m4c.people.operations.tag import tag_people
from tests.cast import Cast
from tests.factories import NOW, somebody
from tests.importing import data_folder
from tests.people.imports.lists import (
    ACTION_NETWORK,
    CIVICRM,
    GOOGLE,
    NATIONBUILDER,
    as_csv,
    brought_list,
    figures,
    person_of,
    told,
)

__all__ = ["data_folder"]
NERYS = {"first_name": "Nerys", "last_name": "Quaye", "email": "nerys@example.org", "nationbuilder_id": "12"}


def nation(cast: Cast, *rows: dict[str, str], **options: object) -> SheetImport:
    return brought_list(cast, as_csv(NATIONBUILDER, *rows), **options)  # type: ignore[arg-type]


def tags_of(person: Person) -> list[str]:
    return list(Tagging.objects.filter(person=person).values_list("tag__name", flat=True))


def numbers() -> list[tuple[str, str, str]]:
    rows = OutsideIdentity.objects.order_by("source", "value")
    return [(row.source, row.value, row.person.family_name) for row in rows.select_related("person")]


def remark_of(done: SheetImport) -> str:
    return ImportRow.objects.filter(sheet_import=done).earliest("number").remark


def test_tags_are_kept_as_the_groups_words_and_scores_are_told_of(cast: Cast) -> None:
    tag_people(people=[somebody(cast)], name="Has a van", group=cast.movement, at=NOW, by=cast.operator)
    done = nation(cast, NERYS | {"tag_list": 'keen singer, HAS A VAN, "Strong yes", , Keen Singer, ' + "x" * 61})
    nerys = person_of("nerys@example.org")
    assert tags_of(nerys) == ["Has a van", "keen singer"]
    assert Tag.objects.get(name="keen singer").group == cast.cardiff
    assert "“Strong yes” reads like a score" in remark_of(done)
    assert "too long for a tag" in remark_of(done)
    run.undo(done, by=cast.organiser)
    assert list(Tag.objects.values_list("name", flat=True)) == ["Has a van"]


def test_a_word_that_others_use_by_now_stays_when_the_list_is_undone(cast: Cast) -> None:
    done = nation(cast, NERYS | {"tag_list": "keen singer"})
    tag_people(people=[somebody(cast)], name="Keen singer", group=cast.cardiff, at=NOW, by=cast.organiser)
    run.undo(done, by=cast.organiser)
    assert Tagging.objects.get().tag.name == "keen singer"


def test_what_google_writes_of_everybody_is_no_tag(cast: Cast) -> None:
    row = {"First Name": "Ana", "Last Name": "Pell", "E-mail 1 - Value": "ana@example.org"}
    brought_list(cast, as_csv(GOOGLE, row | {"Labels": "Choir ::: * myContacts ::: * starred"}))
    assert tags_of(person_of("ana@example.org")) == ["Choir"]


def test_the_next_list_of_a_tool_finds_people_by_its_number_first(cast: Cast) -> None:
    nation(cast, NERYS)
    moved = {"first_name": "Nerys", "last_name": "Quaye-Hall", "email": "new@example.org", "nationbuilder_id": "12"}
    done = nation(cast, moved, file_name="again.csv")
    assert figures(done)[:4] == (1, 0, 1, 0)
    nerys = person_of("new@example.org")
    assert (nerys, numbers()) == (person_of("nerys@example.org"), [("nationbuilder", "12", "Quaye")])
    civi = {"Contact Type": "Individual", "First Name": "Nerys", "Last Name": "Quaye", "Contact ID": "12"}
    brought_list(cast, as_csv(CIVICRM, civi | {"Email": "new@example.org"}), file_name="civi.csv")
    assert numbers() == [("civicrm", "12", "Quaye"), ("nationbuilder", "12", "Quaye")]


def test_a_number_does_not_make_two_names_one(cast: Cast) -> None:
    nation(cast, NERYS)
    done = nation(cast, NERYS | {"first_name": "Piotr", "last_name": "Wrona", "email": "p@example.org"}, file_name="b")
    assert figures(done)[:4] == (1, 1, 0, 0)
    assert numbers() == [("nationbuilder", "12", "Quaye")]


def test_a_number_leads_to_nobody_whom_one_does_not_see(cast: Cast) -> None:
    nation(cast, NERYS)
    guessed = {"first_name": "Nerys", "last_name": "Quaye", "email": "guess@example.org", "nationbuilder_id": "12"}
    elsewhere: dict[str, object] = {"by": cast.organiser_elsewhere, "group": cast.manchester, "file_name": "b.csv"}
    done = nation(cast, guessed, **elsewhere)
    assert figures(done)[:4] == (1, 1, 0, 0)
    assert person_of("guess@example.org") != person_of("nerys@example.org")
    assert (remark_of(done), numbers()) == ("", [("nationbuilder", "12", "Quaye")])


def test_one_number_further_down_is_the_same_person(cast: Cast) -> None:
    done = nation(cast, NERYS, NERYS | {"email": "second@example.org"})
    assert figures(done)[:2] == (2, 1)
    assert person_of("second@example.org") == person_of("nerys@example.org")


def test_our_own_uid_is_no_number_of_another_tool(cast: Cast) -> None:
    amal = somebody(cast, emails=["amal@example.org"])
    row = {"uuid": str(amal.uid), "first_name": "Amal", "last_name": "Yusuf", "email": "amal@example.org"}
    brought_list(cast, as_csv(ACTION_NETWORK, row, row | {"uuid": "an 1", "email": "b@example.org"}))
    assert numbers() == []
    brought_list(cast, as_csv(ACTION_NETWORK, row | {"uuid": "4a0c-1"}), file_name="b.csv")
    assert numbers() == [("actionnetwork", "4a0c-1", "Yusuf")]


def test_numbers_go_with_an_undone_list_and_along_with_a_merge(cast: Cast) -> None:
    done = nation(cast, NERYS)
    run.undo(done, by=cast.organiser)
    assert numbers() == []
    other = {"first_name": "Neris", "last_name": "Quaye", "email": "n@example.org", "nationbuilder_id": "13"}
    nation(cast, NERYS, other, file_name="b.csv")
    keep, gone = person_of("nerys@example.org"), person_of("n@example.org")
    merge(keep=keep, other=gone, choices={}, at=timezone.now() + timedelta(days=1), by=cast.operator)
    assert {row.person_id for row in OutsideIdentity.objects.all()} == {keep.pk}
    assert OutsideIdentity.objects.count() == 2


def test_only_tools_that_number_people_for_good_are_believed(cast: Cast) -> None:
    row = {"First Name": "Ana", "Last Name": "Pell", "Email Address": "ana@example.org", "EUID": "7"}
    brought_list(cast, as_csv(list(row), row), source="csv")
    assert numbers() == []


def own(cast: Cast, name: str, kind: str, by: Account, **more: str) -> None:
    make_own_field(new=NewField(kind, name, "operational", **more), at=NOW, by=by)  # type: ignore[arg-type]


def test_a_column_called_like_a_field_of_ours_fills_it_in_where_nothing_stands(cast: Cast) -> None:
    own(cast, "Can lend a van", "yes_no", cast.admin, name_cy="Fan ar gael")
    own(cast, "Union rate", "text", cast.admin, tier="whole")
    bo = somebody(cast, "Bo Lund", emails=["bo@example.org"])
    van = make_own_field(new=NewField("date", "First aid until", "operational"), at=NOW, by=cast.admin)
    fill_own_fields(person=bo, values={van: "2027-01-01"}, at=NOW, by=cast.organiser)
    headers = ["First name", "Last name", "Email", "FAN AR GAEL", "First aid until", "Union rate"]
    ana = dict(zip(headers, ["Ana", "Pell", "ana@example.org", "ydw", "soon", "Full"], strict=True))
    done = brought_list(
        cast,
        as_csv(headers, ana, dict(zip(headers, ["Bo", "Lund", "bo@example.org", "", "2030-01-01", ""], strict=True))),
    )
    assert list(OwnValue.objects.order_by("pk").values_list("person__given_name", "value")) == [
        ("Bo", "2027-01-01"),
        ("Ana", "yes"),
    ]
    assert "“soon” is no answer to “First aid until”" in remark_of(done)
    assert told(done)["needs_review"] == 0
    run.undo(done, by=cast.organiser)
    assert OwnValue.objects.get().person == bo
