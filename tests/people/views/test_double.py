"""The pages of people on record twice: the list, two side by side, and undoing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.people.models import DoubleSuggestion, Person, PersonMerge
from m4c.people.operations.person_merge import merge
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import queries_of, somebody, words_of

SignIn = Callable[..., Client]


@pytest.fixture
def organiser(cast: Cast, sign_in: SignIn) -> Client:
    """Cardiff's organiser, with a second factor."""
    return sign_in(cast.organiser, second_factor=True)


def two_records(cast: Cast, number: int = 1, **more: Any) -> DoubleSuggestion:
    """Somebody on record twice."""
    emails = [f"rees{number}@example.org"]
    first = somebody(cast, "Sian Rees", source="Stall", emails=emails)
    second = somebody(cast, "Siân Rees", source="Sheet", emails=emails, **more)
    return DoubleSuggestion.objects.get(first=first, second=second)


def test_the_list_teaches_where_there_is_nothing(organiser: Client) -> None:
    assert "Nobody seems to be on record twice" in words_of(organiser.get(reverse("doubles")))


def test_the_list_turns_its_pages_and_takes_a_constant_number_of_queries(cast: Cast, organiser: Client) -> None:
    two_records(cast)
    alone = queries_of(organiser, reverse("doubles"))
    for number in range(2, 28):
        two_records(cast, number)
    page = words_of(organiser.get(reverse("doubles")))
    assert (page.count("Look at both</"), queries_of(organiser, reverse("doubles"))) == (25, alone)
    older = organiser.get(reverse("doubles")).context["page"].older
    assert words_of(organiser.get(reverse("doubles") + older)).count("Look at both</") == 2


def test_two_stand_side_by_side_and_are_made_one_as_chosen(cast: Cast, organiser: Client) -> None:
    suggestion = two_records(cast)
    address = reverse("double", kwargs={"uid": suggestion.uid})
    page = words_of(organiser.get(address))
    assert [page.count(words) for words in ("Sian", "Siân", "Stall", "Sheet")] > [1, 1, 1, 1]

    answer = organiser.post(address, {"given_name": "other", "source": "keep"}, follow=True)
    kept = Person.objects.get(pk=suggestion.first_id)
    assert (kept.given_name, kept.source, Person.objects.filter(pk=suggestion.second_id).count()) == (
        "Siân",
        "Stall",
        0,
    )
    page = words_of(answer)
    assert "Made of two records" in page
    assert "Undo" in page


def test_a_choice_left_out_comes_back(cast: Cast, organiser: Client) -> None:
    address = reverse("double", kwargs={"uid": two_records(cast).uid})
    assert organiser.post(address, {"source": "keep"}).status_code == 422
    assert PersonMerge.objects.count() == 0


def test_a_refusal_stands_above_the_form(cast: Cast, organiser: Client) -> None:
    suggestion = two_records(cast, met_by=None)
    Person.objects.filter(pk=suggestion.second_id).update(met_by=suggestion.first_id)
    cast.member.person = suggestion.first
    cast.member.save()
    cast.leader.person = suggestion.second
    cast.leader.save()
    address = reverse("double", kwargs={"uid": suggestion.uid})
    answer = organiser.post(address, {"given_name": "keep", "source": "keep"})
    assert "two accounts cannot be made one" in words_of(answer, 422)


def test_two_people_at_one_press(cast: Cast, organiser: Client) -> None:
    suggestion = two_records(cast)
    page = words_of(organiser.post(reverse("two-people", kwargs={"uid": suggestion.uid}), follow=True))
    assert "they are two people" in page
    assert "Nobody seems to be on record twice" in page


def test_undone_from_the_page_of_the_kept_one(cast: Cast, organiser: Client) -> None:
    suggestion = two_records(cast)
    keep, other = suggestion.first, suggestion.second
    merged = merge(keep=keep, other=other, choices={}, at=timezone.now(), by=cast.organiser).merge
    page = words_of(organiser.post(reverse("undo-merge", kwargs={"uid": merged.uid}), follow=True))
    assert "They are two again" in page
    assert Person.objects.filter(pk=other.pk).exists()


def test_an_old_address_leads_to_the_kept_one_and_tells_strangers_nothing(
    cast: Cast, organiser: Client, sign_in: SignIn
) -> None:
    suggestion = two_records(cast)
    keep, other = suggestion.first, suggestion.second
    merge(keep=keep, other=other, choices={}, at=timezone.now(), by=cast.organiser)
    old = reverse("person", kwargs={"uid": other.uid})
    assert organiser.get(old)["Location"] == reverse("person", kwargs={"uid": keep.uid})
    form = reverse("edit-person", kwargs={"uid": other.uid})
    assert "Sian" in words_of(organiser.get(form))
    elsewhere = sign_in(cast.organiser_elsewhere)
    assert [elsewhere.get(where).status_code for where in (old, form)] == [404, 404]


def test_an_old_address_opens_the_record_of_somebody_kept_safe_to_her_lead_alone(
    cast: Cast, organiser: Client, sign_in: SignIn
) -> None:
    suggestion = two_records(cast)
    keep, other = suggestion.first, suggestion.second
    merge(keep=keep, other=other, choices={}, at=timezone.now(), by=cast.organiser)
    keep_safe(person=keep, at=timezone.now(), contact=cast.person("leader"), by=cast.organiser)
    old = {"uid": other.uid}
    assert organiser.get(reverse("person", kwargs=old)).status_code == 404
    lead = sign_in(cast.safeguarding, second_factor=True)
    assert "Sian Rees" in words_of(lead.get(reverse("kept-safe-record", kwargs=old)))


def test_adding_somebody_says_that_they_may_be_known(cast: Cast, organiser: Client) -> None:
    somebody(cast, "Sian Rees", postcode="CF10 1EP")
    new = {"given_name": "Siân", "family_name": "Rees", "postcode": "CF10 1EP", "group": "cardiff"}
    said = words_of(organiser.post(reverse("add-person"), new, follow=True))
    assert "look further down before you go on" in said
    assert "The same name and postcode" in said


def test_whoever_adds_somebody_sees_whom_it_may_be_of_those_they_see(cast: Cast, sign_in: SignIn) -> None:
    suggestion = two_records(cast, met_by=cast.person("leader"))
    page = reverse("person", kwargs={"uid": suggestion.second.uid})
    leader = sign_in(cast.leader)
    assert "This may be somebody we know" not in words_of(leader.get(page))
    first = somebody(cast, "Sian Rees", emails=["rees1@example.org"], met_by=cast.person("leader"))
    said = words_of(leader.get(page))
    assert "This may be somebody we know" in said
    assert reverse("person", kwargs={"uid": first.uid}) in said
    assert "Look at both" not in said  # a leader may not make them one


def test_any_two_are_chosen_from_a_persons_page(cast: Cast, organiser: Client) -> None:
    amal, mali = somebody(cast, "Amal Yusuf"), somebody(cast, "Mali Joseph")
    page = reverse("same-as", kwargs={"uid": amal.uid})
    assert f'href="{page}"' in words_of(organiser.get(reverse("person", kwargs={"uid": amal.uid})))
    assert "Who else is Amal Yusuf?" in words_of(organiser.get(page))
    sent = {"other": mali.name, "other-chosen": str(mali.uid)}
    answer = organiser.post(page, sent)
    found = DoubleSuggestion.objects.get(first=amal, second=mali)
    assert answer["Location"] == reverse("double", kwargs={"uid": found.uid})
    assert "Somebody who looked at both thinks so" in words_of(organiser.get(answer["Location"]))
    itself = {"other": amal.name, "other-chosen": str(amal.uid)}
    assert "one and the same record" in words_of(organiser.post(page, itself), 422)
