"""Kits: made, mended, shown to everybody, run by others."""

from datetime import date

import pytest

from m4c.campaigns.models import Kit, KitRun
from m4c.campaigns.operations.kit import (
    KitRefused,
    NewKit,
    NewRun,
    change_kit,
    change_run,
    make_kit,
    publish_kit,
    run_kit,
    take_down_kit,
)
from m4c.core.errors import NotAllowed
from tests.campaigns.kits.making import kit_of, public_kit_of, run_of
from tests.cast import THEN, Cast


def test_two_kits_of_a_name_have_addresses_of_their_own(cast: Cast):
    here = kit_of(cast)
    there = make_kit(group=cast.swansea, new=NewKit("Lantern walk", "x", "y"), by=cast.national_organiser)
    assert (here.slug, there.slug) == ("lantern-walk", "lantern-walk-2")


def test_a_group_has_one_kit_of_a_name(cast: Cast):
    kit_of(cast)
    with pytest.raises(KitRefused, match="a kit of that name"):
        kit_of(cast, name=" LANTERN WALK ")


@pytest.mark.parametrize("missing", ["name", "what_for", "steps"])
def test_a_kit_says_what_it_is_for_and_how_it_is_done(cast: Cast, missing: str):
    with pytest.raises(KitRefused, match="its steps"):
        kit_of(cast, **{missing: "  "})


def test_a_kit_does_not_grow_out_of_itself(cast: Cast):
    kit = kit_of(cast)
    with pytest.raises(KitRefused, match="out of itself"):
        change_kit(kit=kit, new=NewKit(kit.name, "x", "y", grew_out_of=kit), by=cast.organiser)


def test_a_kit_is_not_made_of_what_one_may_not_see(cast: Cast):
    elsewhere = make_kit(group=cast.manchester, new=NewKit("Theirs", "x", "y"), by=cast.organiser_elsewhere)
    with pytest.raises(KitRefused, match="may see"):
        kit_of(cast, grew_out_of=elsewhere)


def test_others_see_a_kit_while_it_is_public(cast: Cast):
    kit = kit_of(cast)
    assert not Kit.objects.visible_to(cast.organiser_elsewhere).exists()
    publish_kit(kit=kit, at=THEN, by=cast.organiser)
    assert list(Kit.objects.visible_to(cast.organiser_elsewhere)) == [kit]
    take_down_kit(kit=kit, at=THEN, by=cast.organiser)
    assert not Kit.objects.visible_to(cast.organiser_elsewhere).exists()
    assert not Kit.objects.public().exists()


def test_another_group_runs_a_public_kit_and_says_how_it_went(cast: Cast):
    kit = public_kit_of(cast)
    new = NewRun(place=" Longsight ", postcode="M1 1AE", on=date(2026, 10, 1))
    run = run_kit(group=cast.manchester, kit=kit, new=new, at=THEN, by=cast.organiser_elsewhere)
    assert (run.place, run.latitude is not None) == ("Longsight", True)
    change_run(run=run, new=NewRun(place="Longsight", came=40, is_public=True), by=cast.organiser_elsewhere)
    run.refresh_from_db()
    assert (run.came, run.is_public) == (40, True)
    assert run.latitude is not None  # its postcode is not kept, and its point is
    change_run(run=run, new=NewRun(place="Hulme", came=40), by=cast.organiser_elsewhere)
    assert run.latitude is None


def test_a_kit_that_one_may_not_see_is_not_run(cast: Cast):
    with pytest.raises(KitRefused, match="may take"):
        run_kit(group=cast.manchester, kit=kit_of(cast), new=NewRun("x"), at=THEN, by=cast.organiser_elsewhere)


def test_a_run_is_somewhere_and_taken_over_from_one_of_the_same_kit(cast: Cast):
    kit, other = kit_of(cast), kit_of(cast, name="Another")
    with pytest.raises(KitRefused, match="where"):
        run_of(cast, kit, " ")
    with pytest.raises(KitRefused, match="another kit"):
        run_of(cast, kit, taken_from=run_of(cast, other))


def test_a_run_among_ourselves_is_not_told_elsewhere(cast: Cast):
    kit = public_kit_of(cast)
    run_of(cast, kit)
    told = run_of(cast, kit, "Roath", is_public=True)
    assert list(KitRun.objects.visible_to(cast.organiser_elsewhere)) == [told]


def test_members_and_others_organisers_change_nothing(cast: Cast):
    kit = public_kit_of(cast)
    for by in (cast.member, cast.organiser_elsewhere):
        with pytest.raises(NotAllowed):
            change_kit(kit=kit, new=NewKit("Mine", "x", "y"), by=by)
        with pytest.raises(NotAllowed):
            take_down_kit(kit=kit, at=THEN, by=by)
