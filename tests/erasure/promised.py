"""Somebody who brought what she knew of a promise, and stands in what others wrote of it."""

from collections.abc import Callable
from typing import Any

from m4c.commitments.operations.evidence_link import make_evidence_link
from m4c.commitments.operations.judgement import note_notice, withdraw_judgement
from m4c.commitments.operations.progress import confirm_evidence, refuse_evidence, strike_progress
from m4c.commitments.operations.reply import HandedReply, hand_in_reply, refuse_reply
from m4c.people.models import Person
from m4c.people.models.account import website
from tests.cast import Cast
from tests.commitments.filing import brought as with_file
from tests.commitments.filing import picture
from tests.commitments.promising import a_promise, an_entry, held, judged, noticed
from tests.erasure.acted import EMAIL
from tests.erasure.covenanted import covenanted
from tests.erasure.kept import kept
from tests.erasure.negotiated import negotiated
from tests.erasure.pressed import won
from tests.factories import NOW, TODAY

Story = Callable[[Cast, Person, Person, str], None]


def watched(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """Entries that name her, what she brought, a verdict with its notice, and a reply that speaks of her."""
    promise, by = a_promise(cast), cast.organiser
    own = an_entry(cast, promise, words=f"{name} was met", evidence=f"A letter to {name}", says_who=name)
    strike_progress(progress=own, because=f"{name} was away", at=NOW, by=by)
    token = make_evidence_link(commitment=promise, for_whom=f"{name}'s stairs", ends_on=TODAY, at=NOW, by=by).token
    brought: dict[str, Any] = {"token": token, "name": name, "email": EMAIL, "evidence": f"{name} saw it"}
    first = held(cast, **brought, words=f"I am {name}")
    confirm_evidence(progress=first, kind="step", says_who=name, at=NOW, by=by)
    second = held(cast, **brought, words=f"{name} again")
    with_file(cast, picture(f"{name}.jpg"), token, name=name, email=EMAIL)
    refuse_evidence(progress=second, because=f"{name} said it twice", at=NOW, by=by)
    said = {"reasons": f"{name} waited", "evidence": f"{name}'s diary", "missing": f"{name}'s key"}
    judgement = judged(cast, promise, verdict="partly", **said)
    made = noticed(cast, judgement)
    handed = HandedReply(f"{name} was told", name, f"Friend of {name}", EMAIL)
    reply = hand_in_reply(token=made.token, handed=handed, at=NOW, by=website())
    refuse_reply(reply=reply, because=f"{name} wrote it", at=NOW, by=by)
    note_notice(judgement=judgement, on=TODAY, how=f"{name} rang", at=NOW, by=by)
    withdraw_judgement(judgement=judgement, because=f"{name} has it", at=NOW, by=by)


COMMITMENT_STORIES: list[Story] = [won, kept, watched, negotiated, covenanted]


def of_commitments(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """All of it."""
    for story in COMMITMENT_STORIES:
        story(cast, person, friend, name)
