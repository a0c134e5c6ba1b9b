"""Saved filters: one's own or shared, live, renamed, removed and put back; and what an export makes of them."""

from datetime import timedelta

import pytest
from django.http import QueryDict

from m4c.core.errors import NotAllowed
from m4c.people.acting.whom import form_of, opened, people_meant
from m4c.people.models import Account, AccountRole, Person, SavedFilter
from m4c.people.operations.saved_filter import (
    SavedFilterRefused,
    change_filter,
    remove_filter,
    restore_filter,
    save_filter,
)
from tests.cast import Cast
from tests.factories import NOW, doers, seers, somebody


def saved(cast: Cast, by: Account | None = None, **more: object) -> SavedFilter:
    facts = {"group": cast.cardiff, "name": "Welsh speakers", "address": "language=cy", "at": NOW} | more
    return save_filter(by=by or cast.organiser, **facts)  # type: ignore[arg-type]


def test_it_is_ones_own_until_it_is_shared(cast: Cast) -> None:
    kept = saved(cast)
    assert seers(cast, kept) == {"organiser"}
    change_filter(saved=kept, group=cast.cardiff, name="Siaradwyr", by=cast.organiser, at=NOW, is_shared=True)
    assert seers(cast, kept) == {"leader", "organiser", "national_organiser", "data_protection"}
    assert SavedFilter.objects.get().name == "Siaradwyr"
    change_filter(saved=kept, group=cast.cardiff, name="Siaradwyr", by=cast.organiser, at=NOW, is_shared=False)
    assert seers(cast, kept) == {"organiser"}


def test_who_may_save_where(cast: Cast) -> None:
    may = doers(lambda by: saved(cast, by), cast)
    assert may == {"leader", "organiser", "national_organiser", "data_protection"}


def test_it_is_live_and_each_finds_whom_they_see(cast: Cast) -> None:
    kept = saved(cast, is_shared=True)
    address = f"saved={kept.uid}"
    assert list(people_meant(cast.fresh("organiser"), address)) == []
    amal = somebody(cast)
    Person.objects.filter(pk=amal.pk).update(language="cy")
    found = {who: list(people_meant(cast.fresh(who), address)) for who in ("organiser", "leader")}
    assert found == {"organiser": [amal], "leader": []}
    assert list(people_meant(cast.operator, address)) == [amal]


def test_one_keeps_only_what_can_be_read(cast: Cast) -> None:
    for address, code in [("colour=red", "filter"), ("quiet=soon", "filter"), ("", "blank"), ("after=x", "blank")]:
        with pytest.raises(SavedFilterRefused) as refused:
            saved(cast, address=address)
        assert refused.value.code == code
    with pytest.raises(SavedFilterRefused, match="Give the filter a name"):
        saved(cast, name="  ")
    assert saved(cast, address="after=x&language=cy&group=cardiff").address == "group=cardiff&language=cy"


def test_only_whoever_saved_it_changes_it(cast: Cast) -> None:
    kept = saved(cast, is_shared=True)
    for by in (cast.leader, cast.member, cast.admin, cast.operator):
        with pytest.raises(SavedFilterRefused):
            remove_filter(saved=kept, by=by, at=NOW)
        with pytest.raises(SavedFilterRefused):
            restore_filter(saved=kept, by=by)
    with pytest.raises(NotAllowed):
        change_filter(saved=kept, group=cast.cardiff, name="x", by=cast.member, at=NOW, is_shared=False)
    with pytest.raises(SavedFilterRefused):
        change_filter(saved=kept, group=cast.cardiff, name="x", by=cast.leader, at=NOW, is_shared=False)


def test_removed_it_finds_nobody_and_put_back_it_does(cast: Cast) -> None:
    kept = saved(cast)
    address = f"saved={kept.uid}"
    remove_filter(saved=kept, by=cast.organiser, at=NOW)
    remove_filter(saved=kept, by=cast.organiser, at=NOW + timedelta(days=1))
    assert SavedFilter.objects.get().removed_at == NOW
    assert form_of(address, cast.organiser).problems == ["This saved filter was removed, or is not shared with you."]
    assert list(people_meant(cast.organiser, address)) == []
    restore_filter(saved=kept, by=cast.organiser)
    assert form_of(address, cast.organiser).problems == []


def test_its_owner_removes_it_whatever_became_of_the_role_in_its_group(cast: Cast) -> None:
    kept = saved(cast)
    AccountRole.objects.filter(account=cast.organiser).update(group=cast.manchester)
    remove_filter(saved=kept, by=cast.fresh("organiser"), at=NOW)
    assert SavedFilter.objects.get().removed_at == NOW
    restore_filter(saved=kept, by=cast.fresh("organiser"))
    assert SavedFilter.objects.get().removed_at is None


@pytest.mark.parametrize("uid", ["x", "", "00000000-0000-7000-8000-000000000000"])
def test_nonsense_opens_nothing(cast: Cast, uid: str) -> None:
    assert opened(QueryDict(f"saved={uid}"), cast.organiser) is None
