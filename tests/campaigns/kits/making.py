"""Kits and runs for tests."""

from typing import Any

from m4c.campaigns.models import Kit, KitRun
from m4c.campaigns.operations.kit import NewKit, NewRun, make_kit, publish_kit, run_kit
from tests.cast import THEN, Cast


def kit_of(cast: Cast, **given: Any) -> Kit:
    """A kit of Cardiff."""
    words = {"name": "Lantern walk", "what_for": "To light a dark street.", "steps": "Ask three streets.\nWalk at six."}
    return make_kit(group=cast.cardiff, new=NewKit(**words | given), by=cast.organiser)


def public_kit_of(cast: Cast, **given: Any) -> Kit:
    """The same for everybody."""
    return publish_kit(kit=kit_of(cast, **given), at=THEN, by=cast.organiser)


def run_of(cast: Cast, kit: Kit, place: str = "Splott", **given: Any) -> KitRun:
    """A run in Cardiff."""
    return run_kit(group=cast.cardiff, kit=kit, new=NewRun(place=place, **given), at=THEN, by=cast.organiser)
