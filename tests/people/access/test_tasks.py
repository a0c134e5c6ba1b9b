"""The files of copies are forgotten after their days, and by the next run where one was killed."""

from datetime import timedelta

import pytest

from m4c.people.access import files
from m4c.people.access import tasks as access_tasks
from m4c.people.access.files import path_of
from m4c.people.models import AccessPack, PackOpening
from m4c.people.operations import access_pack as operations
from tests.cast import Cast
from tests.people.operations.test_access_pack import NOW, asked, known, made

__all__ = ["asked", "known", "made"]


def test_files_are_forgotten_and_who_took_them_is_not(cast: Cast, made: AccessPack) -> None:
    operations.take_file(pack=made, file="pdf", at=NOW, by=cast.data_protection)
    AccessPack.objects.update(expires_at=NOW - timedelta(days=1))
    access_tasks.forget_access_packs.call()
    made.refresh_from_db()

    assert (made.state, path_of(made, "pdf").exists(), PackOpening.objects.count()) == ("forgotten", False, 1)


def test_killed_before_the_files_are_gone_the_next_run_goes_on(
    made: AccessPack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_pack: AccessPack) -> None:
        raise SystemExit

    AccessPack.objects.update(expires_at=NOW - timedelta(days=1))
    with monkeypatch.context() as patched:
        patched.setattr(files, "forget_files", killed)
        with pytest.raises(SystemExit):
            access_tasks.forget_access_packs.call()
    access_tasks.forget_access_packs.call()
    made.refresh_from_db()

    assert (made.state, path_of(made, "json").exists(), path_of(made, "pdf").exists()) == ("forgotten", False, False)
