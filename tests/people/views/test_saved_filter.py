"""Saved filters by the page: kept from the list, reached from it, renamed, removed and put back."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from m4c.people.models import Person, SavedFilter
from m4c.people.operations.saved_filter import save_filter
from tests.cast import Cast
from tests.factories import NOW, queries_of, words_of

SignIn = Callable[..., Client]
LIST, SAVED = reverse("people"), reverse("saved-filters")


def saved(cast: Cast, name: str = "Welsh speakers", **more: object) -> SavedFilter:
    facts = {"group": cast.cardiff, "address": "language=cy", "at": NOW, "by": cast.organiser} | more
    return save_filter(name=name, **facts)  # type: ignore[arg-type]


def test_kept_from_the_list_and_reached_from_it(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    Person.objects.filter(pk=amal.pk).update(language="cy")
    keep = f"{reverse('save-filter')}?language=cy"
    assert keep.replace("&", "&amp;") in words_of(client.get(f"{LIST}?language=cy"))
    assert "speaking Cymraeg" in words_of(client.get(keep))

    answer = client.post(keep, {"name": "Welsh speakers", "group": "cardiff"})
    kept = SavedFilter.objects.get()
    assert (kept.name, kept.address, kept.group, answer["Location"]) == (
        "Welsh speakers", "language=cy", cast.cardiff, f"{LIST}?saved={kept.uid}"
    )  # fmt: skip
    shown = client.get(answer["Location"], follow=True)
    assert [person.name for person in shown.context["page"].rows] == ["Amal Yusuf"]
    assert f"{LIST}?saved={kept.uid}" in words_of(client.get(LIST))


def test_it_lists_the_same_wherever_the_workspace_is_narrowed_to(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    kept, client = saved(cast, address="q=yusuf"), sign_in(cast.organiser)
    client.post(reverse("narrow"), {"group": "st-mellons"})
    shown = client.get(LIST, {"saved": str(kept.uid)}, follow=True)
    assert [person.name for person in shown.context["page"].rows] == ["Amal Yusuf"]


def test_what_is_wrong_is_told_and_what_was_typed_stays(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    body = words_of(client.post(f"{reverse('save-filter')}?quiet=soon", {"name": "Long quiet"}), 422)
    assert "Enter a whole number." in body
    assert 'value="Long quiet"' in body
    gone = words_of(client.get(LIST, {"saved": "x"}))
    assert "This saved filter was removed, or is not shared with you." in gone


def test_changed_removed_and_put_back(cast: Cast, sign_in: SignIn) -> None:
    kept, client = saved(cast), sign_in(cast.organiser)
    address = {name: reverse(name, args=[kept.uid]) for name in ("change-filter", "remove-filter", "restore-filter")}
    client.post(address["change-filter"], {"name": "Siaradwyr", "group": ""})
    assert "Siaradwyr" in words_of(client.get(SAVED))
    assert "Put it back" in words_of(client.post(address["remove-filter"], follow=True))
    assert "saved=" not in words_of(client.get(LIST))
    client.post(address["restore-filter"])
    assert f"saved={kept.uid}" in words_of(client.get(LIST))


def test_page_takes_the_same_queries_for_one_and_three(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.leader)
    counts = []
    for names in (["One"], ["Two", "Three"]):
        for name in names:
            saved(cast, name, is_shared=True)
        counts.append(queries_of(client, SAVED))
    assert counts[0] == counts[1] <= 12


def test_nobody_learns_of_anothers(cast: Cast, sign_in: SignIn) -> None:
    kept = saved(cast)
    client = sign_in(cast.national_organiser)
    assert client.get(reverse("change-filter", args=[kept.uid])).status_code == 404
    assert kept.name not in words_of(client.get(SAVED))


def test_none_yet_teaches_how(cast: Cast, sign_in: SignIn) -> None:
    assert "None saved yet" in words_of(sign_in(cast.leader).get(SAVED))
