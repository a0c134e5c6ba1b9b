"""Hand over one person of a leader's, settle the introduction, and do with private notes as that person wishes."""

from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import NotAllowed
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.core.visibility import scopes_of
from m4c.people.clocks import notes_wait_until
from m4c.people.handing_over.register import HANDOVER_SOURCES
from m4c.people.handing_over.walk import next_contacts, their_people
from m4c.people.models import Account, HandedOver, HandingOver, NextStep, Note, Person
from m4c.people.operations.handing_over import HandingOverRefused, check_open, check_whose
from m4c.people.operations.must_see import Unseen, must_see
from m4c.people.permissions import DESTROY_UNANSWERED_NOTES, HAND_OVER, HAND_OVER_FOR_OTHERS
from m4c.people.sight import within

Fate = HandedOver.Fate


@operation(HAND_OVER, on="handing_over")
def hand_over_person(
    *,
    handing_over: HandingOver,
    person: Person,
    next_contact: Person | None,
    introduce_by: date | None,
    at: datetime,
    by: Account,
) -> list[models.Model | None]:
    """Say who is the next contact of one of their people, by which day the introduction is owed, or that nobody is.

    What is open with them goes to the next contact; private notes about them, and what was agreed in a 1-2-1, are
    sealed until they have said who may have them. Nobody is introduced to themselves: who introduces and stays in touch
    too owes no introduction. Said again only of somebody handed to nobody. Raises HandingOverRefused, Unseen and
    NotAllowed.
    """
    check_whose(handing_over.person_id, handing_over.group, by)
    check_open(handing_over)
    must_see([person], by)
    if not their_people(by, handing_over).filter(pk=person.pk).exists():
        raise Unseen(_("They are not among the people to be handed over."))
    to = account_of(handing_over, person, next_contact)
    handed, _is_new = HandedOver.objects.select_for_update().get_or_create(
        handing_over=handing_over, person=person, defaults={"decided_by": by, "decided_at": at}
    )
    if handed.next_contact_id:
        raise HandingOverRefused(_("They have been handed over already."), code="handed_over")
    if to is None:
        return [handed]
    if handing_over.introducer_id != to.person_id and introduce_by is None:
        raise HandingOverRefused(_("Say by when they are introduced."), field="introduce_by", code="no_day")
    change(handed, next_contact=next_contact, decided_by=by, decided_at=at)
    change(handed, introduction=introduction_of(handed, introduce_by))
    touched: list[models.Model | None] = [handed, handed.introduction]
    for source in HANDOVER_SOURCES.all():
        touched += source.hand_on(handed, to) if source.hand_on else []
    has_steps = NextStep.objects.filter(sealed_for=handed).exists()
    if seal_notes(handed) or has_steps:
        change(handed, notes_wait_until=notes_wait_until(timezone.localdate(at)))
    return touched


@operation(SIGNED_IN, on=None)
def settle_introduction(
    *, handed: HandedOver, outcome: str, on: date, by: Account, again_by: date | None = None
) -> NextStep:
    """Say that an introduction was made, or could not be: by whoever owes it, or who answers for the group.

    One that could not be made is tried again by a day, where one is given: the same then owe it anew. Raises
    HandingOverRefused where none is owed and for a day that is over, NotAllowed.
    """
    step = handed.introduction
    if step is None or step.settled_on:
        raise HandingOverRefused(_("No introduction is owed here."), code="not_owed")
    if step.owner_id != by.person_id and not by.may(HAND_OVER_FOR_OTHERS, scopes_of(handed)):
        raise NotAllowed(HAND_OVER_FOR_OTHERS)
    if again_by is not None and again_by < on:
        raise HandingOverRefused(_("That day is over."), field="again_by", code="over")
    change(step, settled_on=on, outcome=NextStep.Outcome(outcome))
    if again_by is not None and step.outcome == NextStep.Outcome.DROPPED:
        change(handed, introduction=tried_again(step, again_by, by))
    return step


@operation(SIGNED_IN, on=None)
def answer_about_notes(*, handed: HandedOver, pass_on: bool, at: datetime, by: Account) -> HandedOver:
    """Record what the person wishes for the private notes about them: for the next contact alone to read, or gone.

    Told by themselves, or by whoever asked them: whoever leaves, or who answers for the group, and never the one who
    would get the notes. Raises HandingOverRefused, NotAllowed.
    """
    locked = HandedOver.objects.select_for_update(of=("self",))  # meanwhile nobody destroys them
    handed.refresh_from_db(from_queryset=locked)
    if not handed.is_awaited:
        raise HandingOverRefused(_("Nobody's word is awaited here."), code="not_awaited")
    may_ask = by.person_id == handed.handing_over.person_id or by.may(HAND_OVER_FOR_OTHERS, scopes_of(handed))
    if by.person_id != handed.person_id and not may_ask:
        raise NotAllowed(HAND_OVER_FOR_OTHERS)
    if by.person_id == handed.next_contact_id:
        raise HandingOverRefused(_("Somebody else asks them: the notes would come to you."), code="own_gain")
    to = Account.objects.filter(person=handed.next_contact_id, is_active=True).first() if pass_on else None
    if pass_on and to is None:
        raise HandingOverRefused(_("The next contact has no account to read them with."), code="no_account")
    settle_notes(handed, to, Fate.PASSED_ON if to else Fate.DESTROYED, at, by)
    return handed


@operation(DESTROY_UNANSWERED_NOTES, on=None)
def destroy_unanswered_notes(*, at: datetime, by: Account) -> list[HandedOver]:
    """Destroy the sealed notes of which nobody said anything in time."""
    waiting = HandedOver.objects.select_for_update(of=("self",)).waiting()  # once locked, read anew: no answer is lost
    over = list(waiting.filter(notes_wait_until__lt=timezone.localdate(at)))
    for handed in over:
        settle_notes(handed, None, Fate.UNANSWERED, at, by)
    return over


def account_of(handing_over: HandingOver, person: Person, next_contact: Person | None) -> Account | None:
    """The account of the next contact. Raises HandingOverRefused for one who cannot be theirs."""
    if next_contact is None:
        return None
    account = next_contacts(handing_over).filter(person=next_contact).first()
    if account is None or next_contact.pk == person.pk:
        raise HandingOverRefused(
            _("Choose a leader or an organiser of the group who stays."), field="next_contact", code="no_contact"
        )
    return account


def introduction_of(handed: HandedOver, by_day: date | None) -> NextStep | None:
    """The introduction owed: a next step of whoever introduces. None where they would introduce themselves."""
    handing_over, to = handed.handing_over, handed.next_contact
    owner = handing_over.introducer_id
    if to is None or owner in (None, to.pk, handed.person_id):
        return None
    words = gettext("Introduce {person} to {next}").format(person=handed.person.name, next=to.name)
    return NextStep.objects.create(
        group=handing_over.group,
        person=handed.person,
        owner_id=owner,
        words=words[:300],
        due_on=by_day,
        recorded_by=handed.decided_by,
    )


def tried_again(step: NextStep, by_day: date, recorder: Account) -> NextStep:
    """The next attempt at an introduction that could not be made."""
    return NextStep.objects.create(
        group=step.group,
        person=step.person,
        owner_id=step.owner_id,
        words=step.words,
        due_on=by_day,
        recorded_by=recorder,
    )


def seal_notes(handed: HandedOver) -> int:
    """Close the private notes that whoever leaves wrote about a person here; how many there are.

    From now on nobody reads them, their author included.
    """
    handing_over = handed.handing_over
    notes = Note.objects.filter(
        within("group__path", handing_over.group),
        author__person=handing_over.person_id,
        person=handed.person,
        tier=Note.Tier.PRIVATE,
        withdrawn_at=None,
        sealed_for=None,
    )
    return notes.update(sealed_for=handed)


def settle_notes(handed: HandedOver, to: Account | None, fate: str, at: datetime, by: Account) -> None:
    """Give the sealed notes to this account, still private, or destroy them; and keep what was done.

    Steps that were agreed are read by the next contact too, or dropped: who could read them before may still.
    """
    notes, steps = Note.objects.filter(sealed_for=handed), NextStep.objects.filter(sealed_for=handed)
    if to:
        notes.update(author=to, sealed_for=None)
        steps.update(sealed_for=None)
    else:
        notes.delete()
        steps.to_take().update(settled_on=timezone.localdate(at), outcome=NextStep.Outcome.DROPPED)
    change(handed, notes_fate=fate, notes_settled_at=at, notes_settled_by=by)
