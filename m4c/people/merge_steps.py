"""How people's own records come along when two people are made one."""

from collections.abc import Callable, Hashable
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.people.finding import rows as finding
from m4c.people.merging import Move, follow, joined, leave, move, take_kept
from m4c.people.models import (
    Account,
    BirthBand,
    CallOutcome,
    Consent,
    DoubleSuggestion,
    Engagement,
    Erasure,
    Findable,
    GroupSupporter,
    HandedOver,
    HandingOver,
    ImportRow,
    Membership,
    NextStep,
    Note,
    OutsideIdentity,
    OwnValue,
    PassingAsking,
    Person,
    PersonAlias,
    PersonContact,
    PersonEmail,
    PersonMerge,
    PersonPhone,
    Protection,
    Referral,
    Relationship,
    RetentionCase,
    Tagging,
    Welcome,
)
from m4c.people.operations.group import count_heads
from m4c.people.operations.merging.journal import Journal, MergeRefused

ROLES = Membership.Role.values  # from the least to the most


def accounts(journal: Journal) -> None:
    """The account of either is that of the one; two are never put together."""
    if Account.objects.filter(person__in=[journal.keep, journal.other]).count() > 1:
        raise MergeRefused(
            _("Each of them signs in with an account of their own, and two accounts cannot be made one."),
            code="two_accounts",
        )
    Move(Account, "person")(journal)


def met_by(journal: Journal) -> None:
    """Whom the one who goes met; nobody is met by themselves."""
    if journal.keep.met_by_id == journal.other.pk:
        journal.change(journal.keep, met_by=None)
    Move(Person, "met_by")(journal)


def memberships(journal: Journal) -> None:
    """In a group that both belong to now they belong once: since the earlier day, in the fuller role.

    A supporter's row says nothing beside a fuller one; other roles may be held side by side, and stay.
    """
    ours = list(Membership.objects.open().filter(person=journal.keep).order_by("pk"))
    moving = []
    for row in Membership.objects.filter(person=journal.other).select_related("group").order_by("pk"):
        kept = None if row.is_former else twin(row, [each for each in ours if each.group_id == row.group_id])
        if kept is None:
            moving.append(row.pk)
            continue
        fuller = max((kept, row), key=lambda each: ROLES.index(each.role))
        journal.change(kept, role=fuller.role, words=fuller.words, started_on=since(kept, row))
        journal.remove(row, instead=kept)
        count_heads(row.group.ancestor_paths, -1)
    journal.move(Membership, "person", moving)


def since(kept: Membership, gone: Membership) -> date | None:
    """The earlier day of two memberships; where one is not known, that of the fuller role, not of a supporter."""
    days = [day for day in (kept.started_on, gone.started_on) if day]
    if len(days) == 2 or kept.role == gone.role:
        return min(days, default=None)
    return max((kept, gone), key=lambda row: ROLES.index(row.role)).started_on


def twin(row: Membership, ours: list[Membership]) -> Membership | None:
    """Which of these memberships in its group says the same as this one, or swallows it, or is swallowed."""
    supporter = Membership.Role.SUPPORTER
    same = [each for each in ours if (each.role, each.words) == (row.role, row.words)]
    weaker = ours if row.role == supporter else [each for each in ours if each.role == supporter]
    return next(iter(same or weaker), None)


def protections(journal: Journal) -> None:
    """Who is kept safe by either record is; of two protections the confirmed or older one lasts."""
    both = Protection.objects.active().filter(person__in=[journal.keep, journal.other])
    standing = sorted(both, key=lambda one: (one.confirmed_at is None, one.placed_at, one.pk))
    for lesser in standing[1:]:
        note = joined(standing[0].safe_contact_note, lesser.safe_contact_note, 500, _("how to reach them safely"))
        journal.change(lesser, lifted_at=journal.at, lifted_by=journal.by)
        journal.change(standing[0], safe_contact_note=note)
    Move(Protection, "person")(journal)


def emails(journal: Journal) -> None:
    """Each address once; those that come along stand after those that are there."""
    after(journal, PersonEmail)
    Move(PersonEmail, "person", key=lambda email: email.folded)(journal)


def phones(journal: Journal) -> None:
    """Each number once, and on the Telephone Preference Service where either record says so."""
    after(journal, PersonPhone)
    Move(PersonPhone, "person", key=lambda phone: phone.number, unite=unite_phones)(journal)


def unite_phones(journal: Journal, kept: PersonPhone, gone: PersonPhone) -> bool:
    """The number stays listed where either was."""
    days = [day for day in (kept.tps_seen_on, gone.tps_seen_on) if day]
    journal.change(kept, tps_seen_on=max(days, default=None))
    return True


def after(journal: Journal, model: type[PersonEmail] | type[PersonPhone]) -> None:
    """Let the one who goes be reached by what they have after what the one who stays has."""
    number = model._default_manager.filter(person=journal.keep).count()
    for row in model._default_manager.filter(person=journal.other):
        journal.change(row, position=number + row.position)


def unite_welcomes(journal: Journal, kept: Welcome, gone: Welcome) -> bool:
    """One welcome, by the earlier day."""
    journal.change(kept, due_on=min(kept.due_on, gone.due_on), welcomer=kept.welcomer or gone.welcomer)
    return True


def settle_row(journal: Journal, row: ImportRow) -> None:
    """Whether a sheet's row is the other is answered by making the two one."""
    if row.doubt and not row.answer:
        same = ImportRow.Answer.SAME
        journal.change(row, answer=same, answered_by=journal.by, answered_at=journal.at)


def suggestions(journal: Journal) -> None:
    """That the two may be one is answered; what else was suggested of the one who goes is of the one who stays."""
    for row in DoubleSuggestion.objects.of_person(journal.other.pk):
        third = row.second_id if row.first_id == journal.other.pk else row.first_id
        first, second = sorted([third, journal.keep.pk])
        kept = DoubleSuggestion.objects.filter(first=first, second=second).first()
        if third == journal.keep.pk:
            journal.remove(row)
        elif kept is None:
            journal.change(row, first_id=first, second_id=second)
        else:
            if kept.settled_at is None:
                journal.change(kept, settled_at=row.settled_at, settled_by=row.settled_by)
            journal.remove(row)


def found_by(journal: Journal) -> None:
    """What the one who goes is found by goes with them; that of the one who stays is written anew in the end."""
    finding.withdraw([journal.other.pk])


def erasures(journal: Journal) -> None:
    """Whoever is being erased is not made one with anybody."""
    if Erasure.objects.filter(person__in=[journal.keep, journal.other]).exists():
        raise MergeRefused(_("One of the two is being erased."), code="being_erased")


def unite_bands(journal: Journal, kept: BirthBand, gone: BirthBand) -> bool:
    """Whom either record says to be under 18 is: the younger of the two stands."""
    today = timezone.localdate(journal.at)
    if gone.on(today) < kept.on(today):
        journal.change(kept, band=gone.band, told_on=gone.told_on, recorded_by=gone.recorded_by)
    return True


def relationship_key(side: str) -> Callable[[Relationship], Hashable | None]:
    """What makes two open relationships the same, but for whom they are of: the other side, the kind, and its group."""
    return lambda row: None if row.is_former else (getattr(row, side), row.kind, row.group_id)


def unite_relationships(journal: Journal, kept: Relationship, gone: Relationship) -> bool:
    """One relationship of a kind with somebody: since the earlier day, by the evidence of both."""
    days = [day for day in (kept.since, gone.since) if day]
    evidence = joined(kept.evidence, gone.evidence, 500, _("how do we know?"))
    journal.change(kept, since=min(days, default=None), evidence=evidence)
    return True


def unite_askings(journal: Journal, kept: PassingAsking, gone: PassingAsking) -> bool:
    """One asking of a closing; where both answered, the word of the one who stays stands."""
    if not kept.answer and gone.answer:
        said = ("answer", "words", "answered_at", "recorded_by_id")
        journal.change(kept, **{name: getattr(gone, name) for name in said})
    return True


def unite_handed(journal: Journal, kept: HandedOver, gone: HandedOver) -> bool:
    """Handed over once: to whom either was, and asked about the private notes where either still is to be."""
    if kept.next_contact_id is None:
        to, introduction = gone.next_contact_id, gone.introduction_id
        journal.change(gone, introduction_id=None)  # it is of one row alone
        journal.change(kept, next_contact_id=to, introduction_id=kept.introduction_id or introduction)
    fate = ("notes_fate", "notes_settled_by_id", "notes_settled_at")
    waits = [row.notes_wait_until for row in (kept, gone) if row.notes_wait_until and row.is_awaited]
    if len(waits) == 2:
        journal.change(kept, notes_wait_until=max(waits))
    elif gone.is_awaited or kept.notes_wait_until is None:
        journal.change(kept, **{name: getattr(gone, name) for name in ("notes_wait_until", *fate)})
    return True


def register() -> None:
    """Tell what of people's own moves."""
    follow(Account, "person", accounts)
    follow(Person, "met_by", met_by)
    follow(Membership, "person", memberships)
    follow(Protection, "person", protections)
    move(Protection, "contact")
    follow(PersonEmail, "person", emails)
    follow(PersonPhone, "person", phones)
    move(Consent, "person", key=lambda row: (row.channel, row.purpose, row.state, row.at), unite=take_kept)
    move(Note, "person")
    move(Referral, "about")
    move(Welcome, "person", key=lambda row: row.group_id if row.welcomed_at is None else None, unite=unite_welcomes)
    for field, side in (("person", "other_id"), ("other", "person_id")):
        key = relationship_key(side)
        move(Relationship, field, key=key, unite=unite_relationships)
    for field in ("person", "owner"):
        move(NextStep, field, meets=leave)  # somebody may mean to do something themselves
    for field in ("person", "candidate"):
        move(ImportRow, field, meets=settle_row)
    for field in ("person", "leader", "other"):
        move(Engagement, field, meets=leave)  # its rows are written anew from what they follow
    for field in ("first", "second"):
        follow(DoubleSuggestion, field, suggestions)
    for field in ("person", "introducer"):
        move(HandingOver, field, meets=leave)  # whoever leaves mostly introduces their people themselves
    move(HandedOver, "person", key=lambda row: row.handing_over_id, unite=unite_handed)
    move(HandedOver, "next_contact")
    move(PersonContact, "person", key=lambda row: None if row.ended_on else row.group_id)
    move(PersonContact, "contact")
    move(Tagging, "person", key=lambda row: row.tag_id)
    move(CallOutcome, "person", key=lambda row: row.call_list_id)
    move(OwnValue, "person", key=lambda row: (row.field_id, row.value))  # where they differ, both stay to be read
    move(OutsideIdentity, "person")
    follow(Findable, "person", found_by)
    move(BirthBand, "person", key=lambda row: row._meta.label, unite=unite_bands)
    move(RetentionCase, "person", key=lambda row: row.rule if row.decided_at is None else None)
    follow(Erasure, "person", erasures)
    move(PersonMerge, "kept")
    move(PersonAlias, "person")
    move(GroupSupporter, "person", key=lambda row: row.group_id)
    move(PassingAsking, "person", key=lambda row: row.passing_id, unite=unite_askings)
