"""Public addresses made of names: each its own, the first of a name without a number."""

from django.db import models
from django.utils.text import slugify

LONGEST = 70  # leaves room for a number behind it


def free_slug(model: type[models.Model], name: str, spare: str) -> str:
    """An address made of a name that no row of the model has in its `slug`: with a number behind it where one has.

    `spare` stands for a name of which no letter is left.
    """
    return free_address(model, slugify(name)[:LONGEST].strip("-") or spare)


def free_address(model: type[models.Model], wanted: str) -> str:
    """This address, or the same with the first number behind it that no row of the model has."""
    taken = set(model._default_manager.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(slug for slug in numbered if slug not in taken)
