"""What has been kept long: proposed each night, decided one by one, and erased by nobody else."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.core.permissions import Role
from m4c.events.operations.attendance import record_attendance
from m4c.people.erasure import retention_tasks
from m4c.people.erasure.keeping import RETENTION_RULES
from m4c.people.models import Account, Erasure, NextStep, Note, Person, RetentionCase
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.note import write_note
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.retention import RetentionRefused, decide_case, decide_case_kept_safe, propose_cases
from tests.cast import PERSONAS, Cast
from tests.factories import NOW, doers, gathering, queries_of, seers, somebody, words_of

SignIn = Callable[..., Client]
LONG_AGO = timezone.now() - timedelta(days=800)


@pytest.fixture
def silent(cast: Cast) -> Person:
    """Somebody of whom nothing was heard for longer than two years."""
    person = somebody(cast, "Amal Yusuf")
    Person.objects.filter(pk=person.pk).update(made_at=LONG_AGO)
    return person


def proposed(cast: Cast, rule: str = "no_contact") -> list[RetentionCase]:
    by = Account.objects.of_system(Role.WORKER)
    return list(propose_cases(rule=rule, after=0, at=timezone.now(), by=by))


def case_of(person: Person) -> RetentionCase:
    return RetentionCase.objects.get(person=person, rule="no_contact")


def decided(case: RetentionCase, cast: Cast, decision: str, **more: object) -> RetentionCase:
    return decide_case(case=case, decision=decision, at=timezone.now(), by=cast.data_protection, **more)  # type: ignore[arg-type]


def test_silence_of_two_years_is_proposed_and_nothing_is_erased(cast: Cast, silent: Person) -> None:
    assert [case.person for case in proposed(cast)] == [silent]
    assert (case_of(silent).since, case_of(silent).group) == (timezone.localdate(LONG_AGO), cast.cardiff)
    assert not Erasure.objects.exists()


def test_whoever_came_lately_or_signed_in_is_not_proposed(cast: Cast, silent: Person) -> None:
    record_attendance(event=gathering(cast), person=silent, by=cast.organiser)
    member = cast.person("member")
    Person.objects.filter(pk=member.pk).update(made_at=LONG_AGO)
    Account.objects.filter(person=member).update(last_login=timezone.now())
    assert proposed(cast) == []


def test_somebody_kept_safe_is_put_before_the_safeguarding_lead_alone(cast: Cast, silent: Person) -> None:
    keep_safe(person=silent, by=cast.leader, at=NOW)
    (case,) = proposed(cast)
    assert seers(cast, case) == {"safeguarding"}


def test_the_lead_decides_on_her_page_without_a_name_in_the_list(cast: Cast, silent: Person, sign_in: SignIn) -> None:
    keep_safe(person=silent, by=cast.leader, at=NOW)
    proposed(cast)
    client, decide = sign_in(cast.safeguarding, second_factor=True), {"uid": silent.uid, "rule": "no_contact"}
    listed = words_of(client.get(reverse("kept-safe")))
    assert ("You alone read this" in listed, "Yusuf" in listed) == (True, False)
    assert "nothing heard of them" in words_of(client.get(reverse("kept-safe-record", args=[silent.uid])))
    for typed in ({}, {"no_contact-decision": "ask"}, {"no_contact-decision": "keep"}):
        assert client.post(reverse("decide-case-kept-safe", kwargs=decide), typed).status_code == 422
    until = timezone.localdate() + timedelta(days=100)
    typed = {"no_contact-decision": "keep", "no_contact-reason": "A court case", "no_contact-keep_until": str(until)}
    client.post(reverse("decide-case-kept-safe", kwargs=decide), typed)
    case = case_of(silent)
    assert (case.decision, case.decided_by, case.keep_until) == ("keep", cast.safeguarding, until)


def test_the_lead_may_erase_and_nobody_else_decides_of_her(cast: Cast, silent: Person) -> None:
    protection = keep_safe(person=silent, by=cast.leader, at=NOW)
    (case,) = proposed(cast)
    with pytest.raises(Unseen):
        decided(case, cast, "erase")
    given: dict[str, Any] = {"protection": protection, "case": case, "at": NOW}
    with pytest.raises(RetentionRefused):
        decide_case_kept_safe(**given, decision="ask", by=cast.safeguarding)
    assert doers(lambda by: decide_case_kept_safe(**given, decision="erase", by=by), cast) == {"safeguarding"}
    assert Erasure.objects.get().person == silent


def test_proposed_twice_is_once_and_by_the_nightly_task_too(cast: Cast, silent: Person) -> None:
    retention_tasks.propose.call()
    retention_tasks.propose.call()
    assert RetentionCase.objects.filter(person=silent).count() == 1


def test_only_the_worker_proposes_and_data_protection_decides(cast: Cast, silent: Person) -> None:
    assert doers(lambda by: propose_cases(rule="no_contact", after=0, at=NOW, by=by), cast) == set()
    proposed(cast)
    deciders = set()
    for persona in PERSONAS:
        if RetentionCase.objects.visible_to(getattr(cast, persona)).exists():
            deciders.add(persona)
    assert deciders == {"data_protection"}


def test_kept_on_with_a_reason_until_a_day_it_comes_back_after(cast: Cast, silent: Person) -> None:
    proposed(cast)
    until = timezone.localdate() + timedelta(days=100)
    decided(case_of(silent), cast, "keep", reason="Founder of the group", keep_until=until)
    assert proposed(cast) == []
    RetentionCase.objects.update(keep_until=timezone.localdate() - timedelta(days=1))
    assert [case.person for case in proposed(cast)] == [silent]


@pytest.mark.parametrize(
    ("reason", "days", "code"), [("", 100, "no_reason"), ("Why", -1, "no_day"), ("Why", 3_000, "no_day")]
)
def test_keeping_needs_a_reason_and_a_day(cast: Cast, silent: Person, reason: str, days: int, code: str) -> None:
    proposed(cast)
    until = timezone.localdate() + timedelta(days=days)
    with pytest.raises(RetentionRefused) as refused:
        decided(case_of(silent), cast, "keep", reason=reason, keep_until=until)
    assert refused.value.code == code


def test_erasing_begins_an_erasure(cast: Cast, silent: Person) -> None:
    proposed(cast)
    decided(case_of(silent), cast, "erase")
    assert Erasure.objects.get().why == Erasure.Why.KEPT_LONG


def test_asking_is_a_next_step_of_whoever_decided_and_rests_for_a_while(cast: Cast, silent: Person) -> None:
    proposed(cast)
    decided(case_of(silent), cast, "ask")
    assert NextStep.objects.get(person=silent).owner == cast.person("data_protection")
    assert proposed(cast) == []
    RetentionCase.objects.update(decided_at=timezone.now() - timedelta(days=91))
    assert len(proposed(cast)) == 1


def test_decided_once(cast: Cast, silent: Person) -> None:
    proposed(cast)
    case = case_of(silent)
    decided(case, cast, "ask")
    with pytest.raises(RetentionRefused):
        decided(case, cast, "erase")


def test_old_notes_are_a_case_of_their_own_and_only_they_go(cast: Cast, silent: Person) -> None:
    write_note(person=silent, group=cast.cardiff, tier="team", at=LONG_AGO, about_them="Tired", by=cast.organiser)
    (case,) = proposed(cast, "notes")
    decided(case, cast, "erase")
    assert (Note.objects.filter(person=silent).exists(), Erasure.objects.exists()) == (False, False)


def test_each_figure_holds_from_a_day_and_says_whose_it_is() -> None:
    for rule in RETENTION_RULES.all():
        assert all(clock.source and clock.since <= date(2026, 11, 22) for clock in rule.clocks)
        assert rule.before(date(2026, 11, 22)) < date(2026, 11, 22)


def test_the_queue_costs_the_same_for_one_and_three(cast: Cast, silent: Person, sign_in: SignIn) -> None:
    proposed(cast)
    client = sign_in(cast.data_protection, second_factor=True)
    page = words_of(client.get(reverse("retention")))
    assert "Amal Yusuf" in page
    few = queries_of(client, reverse("retention"))
    for name in ("Ann Lee", "Bo Kim"):
        Person.objects.filter(pk=somebody(cast, name).pk).update(made_at=LONG_AGO)
    proposed(cast)
    assert queries_of(client, reverse("retention")) == few


def test_a_case_is_decided_on_its_page(cast: Cast, silent: Person, sign_in: SignIn) -> None:
    proposed(cast)
    client = sign_in(cast.data_protection, second_factor=True)
    address = reverse("retention-case", args=[case_of(silent).uid])
    words_of(client.get(address))
    assert client.post(address, {"decision": "keep"}).status_code == 422
    assert client.post(address, {"decision": "erase"}).status_code == 302
    assert RetentionCase.objects.get(person=silent).decision == "erase"
