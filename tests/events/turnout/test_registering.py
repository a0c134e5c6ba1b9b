"""What becomes of turnout's rows when somebody is erased."""

from m4c.people.erasing import ERASERS, Forgotten
from m4c.people.models import NameOnList
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody


def test_who_is_erased_is_on_nobodys_own_list_by_their_number(cast: Cast):
    gone, owner = somebody(cast, "Ann Arber"), cast.person("leader")
    for name, reach in (("Ann", "07700 900101"), ("Ann A.", "+44 7700 900101"), ("Ann Other", "07700 900102")):
        NameOnList.objects.create(owner=owner, name=name, reach=reach, made_on=TODAY)
    forgotten = Forgotten(gone, None, NOW, cast.operator, phones=frozenset(["+447700900101"]))
    eraser = ERASERS["people.nameonlist.reach"]
    eraser.run(forgotten, eraser.held(forgotten))
    assert (list(NameOnList.objects.values_list("name", flat=True)), eraser.quiet) == (["Ann Other"], True)
