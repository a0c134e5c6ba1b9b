"""References and addresses of commitments: each its own, also where two are written down at the same moment."""

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment
from m4c.commitments.record.checking import CommitmentRefused

TRIES = 20


def saved_under_a_free_name(commitment: Commitment, reference: str) -> Commitment:
    """Save it by this reference, else by the next of its year; the one of its uid, if that came in the meantime.

    The database refuses a second of the same name, whoever reads first: then the next is tried. Raises
    CommitmentRefused for a reference that is taken.
    """
    if reference and Commitment.objects.filter(reference=reference).exists():
        raise taken()
    for _attempt in range(TRIES):
        commitment.reference = reference or next_reference(commitment.made_on.year)
        commitment.slug = slug_of(commitment.reference)
        try:
            with transaction.atomic():
                commitment.save()
        except IntegrityError:
            commitment.pk = None
            if written := Commitment.objects.filter(uid=commitment.uid).first():
                return written
            if not Commitment.objects.filter(reference=commitment.reference).exists():
                raise  # something else is wrong with it
        else:
            return commitment
    raise taken()


def taken() -> CommitmentRefused:
    """That another has this reference."""
    return CommitmentRefused(_("Another commitment has this reference."), field="reference", code="taken")


def next_reference(year: int) -> str:
    """The next of a year, as in C-2026-0001."""
    start = f"C-{year}-"
    given = Commitment.objects.filter(reference__startswith=start).values_list("reference", flat=True)
    numbers = [int(number) for reference in given if (number := reference.removeprefix(start)).isdecimal()]
    return f"{start}{max(numbers, default=0) + 1:04}"


def slug_of(reference: str) -> str:
    """The address of its page, made of its reference, with a number behind where another has it."""
    wanted = (slugify(reference) or "commitment")[:50].strip("-")
    known = set(Commitment.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    tries = (wanted, *(f"{wanted}-{number}" for number in range(2, len(known) + 3)))
    return next(each for each in tries if each not in known)
