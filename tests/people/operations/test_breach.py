"""The log of breaches: private, with a clock of 72 hours, and closed only once it was told or need not be."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.people.models import Breach, BreachStep
from m4c.people.operations.breach import (
    BreachRefused,
    close_breach,
    record_breach,
    say_of_breach,
    take_breach_step,
)
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, doers, queries_of, seers, words_of

SignIn = Callable[..., Client]
KEEPERS = {"data_protection", "admin"}


def lost(cast: Cast, **more: object) -> Breach:
    facts = {"what": "A bag with a sign-in sheet was left on a bus.", "whose": "Names and phones", "known_at": NOW}
    return record_breach(group=cast.movement, given=Breach(**(facts | more)), at=NOW, by=cast.data_protection)


def test_the_clock_is_72_hours_from_when_it_was_known(cast: Cast) -> None:
    breach = lost(cast)
    assert breach.tell_by - breach.known_at == timedelta(hours=72)
    late = [breach.is_late(NOW + timedelta(hours=hours)) for hours in (72, 73)]
    assert late == [False, True]


def test_it_is_private_to_data_protection_and_admin(cast: Cast) -> None:
    breach = lost(cast)
    assert seers(cast, breach) == KEEPERS
    given = lambda: Breach(what="Lost", whose="Names", known_at=NOW)  # noqa: E731
    assert doers(lambda by: record_breach(group=cast.movement, given=given(), at=NOW, by=by), cast) == KEEPERS
    assert doers(lambda by: say_of_breach(breach=breach, values={"number": 3}, by=by), cast) == KEEPERS
    assert doers(lambda by: take_breach_step(breach=breach, words="Rang", at=NOW, by=by), cast) == KEEPERS


@pytest.mark.parametrize("facts", [{"known_at": NOW + timedelta(hours=1)}, {"what": " "}, {"whose": ""}])
def test_half_a_breach_is_refused(cast: Cast, facts: dict[str, object]) -> None:
    with pytest.raises(BreachRefused):
        lost(cast, **facts)


def test_the_regulator_is_told_or_there_is_a_reason(cast: Cast) -> None:
    breach = lost(cast)
    with pytest.raises(BreachRefused):
        close_breach(breach=breach, at=NOW, by=cast.admin)
    with pytest.raises(BreachRefused):
        say_of_breach(breach=breach, values={"regulator_told_at": NOW, "not_told_because": "Why"}, by=cast.admin)
    with pytest.raises(BreachRefused):
        say_of_breach(breach=breach, values={"risk": "risk", "not_told_because": "Why"}, by=cast.admin)
    say_of_breach(breach=breach, values={"risk": "unlikely", "not_told_because": "It came back unread"}, by=cast.admin)
    assert close_breach(breach=breach, at=NOW, by=cast.admin).closed_at == NOW


def test_those_who_may_well_come_to_harm_are_told_before_it_is_closed(cast: Cast) -> None:
    breach = lost(cast, risk="high")
    say_of_breach(breach=breach, values={"regulator_told_at": NOW, "regulator_reference": "IC-1"}, by=cast.admin)
    with pytest.raises(BreachRefused):
        close_breach(breach=breach, at=NOW, by=cast.admin)
    say_of_breach(breach=breach, values={"people_told_at": NOW, "people_told_how": "By letter"}, by=cast.admin)
    close_breach(breach=breach, at=NOW, by=cast.admin)
    with pytest.raises(BreachRefused):
        take_breach_step(breach=breach, words="More", at=NOW, by=cast.admin)


def test_nothing_else_is_said_of_it(cast: Cast) -> None:
    with pytest.raises(BreachRefused):
        say_of_breach(breach=lost(cast), values={"known_at": NOW}, by=cast.admin)


def test_pages(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.data_protection, second_factor=True)
    known = timezone.localtime(timezone.now() - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
    given = {"what": "Left on a bus", "whose": "Names and phones", "known_at": known, "risk": "unknown"}
    assert client.post(reverse("record-breach"), {"what": "?"}).status_code == 422
    assert client.post(reverse("record-breach"), given).status_code == 302
    breach = Breach.objects.get()
    page = reverse("breach", args=[breach.uid])
    assert "Tell the regulator by" in words_of(client.get(page))
    client.post(reverse("breach-step", args=[breach.uid]), {"words": "Rang the depot"})
    assert BreachStep.objects.get().words == "Rang the depot"
    client.post(reverse("say-of-breach", args=[breach.uid]), {"risk": "unlikely", "not_told_because": "Came back"})
    client.post(reverse("close-breach", args=[breach.uid]))
    assert "Rang the depot" in words_of(client.get(page))
    assert Breach.objects.get().closed_at is not None


def test_a_colleague_kept_safe_is_named_on_no_page_of_it(cast: Cast, sign_in: SignIn) -> None:
    breach = lost(cast)
    take_breach_step(breach=breach, words="Rang the depot", at=NOW, by=cast.data_protection)
    Breach.objects.update(recorded_by=cast.organiser)
    BreachStep.objects.update(by=cast.organiser)
    client, name = sign_in(cast.data_protection, second_factor=True), str(cast.person("organiser"))
    before = words_of(client.get(reverse("breach", args=[breach.uid]))).count(name)
    keep_safe(person=cast.person("organiser"), by=cast.leader, at=NOW)
    after = words_of(client.get(reverse("breach", args=[breach.uid])))
    assert (before, after.count(name), after.lower().count("one of us")) == (2, 0, 2)


def test_today_shows_the_clock(cast: Cast, sign_in: SignIn) -> None:
    lost(cast)
    client = sign_in(cast.data_protection, second_factor=True)
    assert "Tell the regulator by" in words_of(client.get(reverse("today")))


def test_today_shows_nobody_else_the_clock(cast: Cast, sign_in: SignIn) -> None:
    lost(cast)
    assert "regulator" not in words_of(sign_in(cast.leader).get(reverse("today")))


def test_the_log_costs_the_same_for_one_and_three(cast: Cast, sign_in: SignIn) -> None:
    lost(cast)
    client = sign_in(cast.data_protection, second_factor=True)
    few = queries_of(client, reverse("breaches"))
    lost(cast)
    lost(cast)
    assert queries_of(client, reverse("breaches")) == few
