"""References and addresses of commitments that a sheet brings: its own reference, else one that is free."""

from datetime import date

from django.utils.text import slugify

from m4c.commitments.models import Commitment

LONGEST_REFERENCE, LONGEST_SLUG = 40, 60


def named(reference: str, speaker: str, made_on: date) -> tuple[str, str]:
    """The reference and the slug of a new one. A statement for each; a few more where they are taken."""
    base = slugify(speaker)[:26].strip("-") or "commitment"
    kept = reference or free("reference", f"{base}-{made_on:%Y-%m-%d}", LONGEST_REFERENCE)
    return kept, free("slug", slugify(kept) or base, LONGEST_SLUG)


def free(name: str, base: str, longest: int) -> str:
    """The base, or the first of it with a number behind that nobody has."""
    base = base[: longest - 6].strip("-")
    taken = set(Commitment.objects.filter(**{f"{name}__startswith": base}).values_list(name, flat=True))
    tries = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in tries if each not in taken)
