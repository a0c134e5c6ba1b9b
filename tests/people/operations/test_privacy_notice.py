"""The privacy notice: the software's own first, then the movement's, none ever changed."""

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from m4c.core import public_version
from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.people.desk.default_notice import notice_in_force
from m4c.people.models import Account, AccountRole, Movement, PrivacyNotice
from m4c.people.operations.privacy_notice import NoticeRefused, notice_shown, write_notice
from tests.cast import Cast


def written(by: Account, valid_from: date, **more: str) -> PrivacyNotice:
    """A version of somebody's own."""
    words = {"words_en": "We keep little.", "words_cy": "Ychydig a gadwn."}
    return write_notice(**words | more, valid_from=valid_from, today=timezone.localdate(), by=by)


def test_the_first_comes_with_the_software_and_names_whom_to_ask(cast: Cast) -> None:
    Movement.objects.create(group=cast.movement, run_by="run@example.org", data_protection_contact="data@example.org")
    first = notice_in_force(timezone.localdate())

    assert (first.number, first._state.adding, "data@example.org" in first.words_en) == (1, True, True)
    assert "Movement for Change" in first.words_cy
    assert "{" not in first.words_en + first.words_cy


def test_it_is_written_down_when_somebody_gives_data_under_it(cast: Cast) -> None:
    assert (notice_shown(1).number, PrivacyNotice.objects.count()) == (1, 1)
    assert notice_shown(1) == notice_shown(99)


def test_a_new_version_follows_and_the_first_stays(cast: Cast) -> None:
    today = timezone.localdate()
    before = public_version.current()
    second = written(cast.admin, today)

    numbers = list(PrivacyNotice.objects.shown_by(today).values_list("number", flat=True))
    assert (second.number, numbers, notice_in_force(today)) == (2, [2, 1], second)
    public_version.forget()
    assert public_version.current() > before


def test_a_version_to_come_does_not_hold_yet(cast: Cast) -> None:
    today = timezone.localdate()
    written(cast.admin, today + timedelta(days=3))

    assert notice_in_force(today).number == 1
    assert notice_in_force(today + timedelta(days=3)).number == 2


def test_it_is_refused_for_a_day_past_or_in_one_language(cast: Cast) -> None:
    today = timezone.localdate()
    with pytest.raises(NoticeRefused, match="past"):
        written(cast.admin, today - timedelta(days=1))
    with pytest.raises(NoticeRefused, match="both languages"):
        written(cast.admin, today, words_cy=" ")


def test_an_editor_of_the_whole_site_writes_it_and_one_of_a_group_does_not(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        written(cast.editor, timezone.localdate())
    AccountRole.objects.create(account=cast.editor, group=cast.movement, role=Role.EDITOR, given_by=cast.operator)
    assert written(cast.fresh("editor"), timezone.localdate()).written_by == cast.editor


def test_each_reads_it_in_their_language(cast: Cast) -> None:
    notice = written(cast.admin, timezone.localdate())

    with translation.override("cy"):
        assert notice.words == "Ychydig a gadwn."
    assert notice.words == "We keep little."
