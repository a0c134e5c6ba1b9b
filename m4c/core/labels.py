"""Data labels: what kind of personal data each model field holds, and what becomes of it on erasure."""

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a field holds, from the most to the least ordinary."""

    OPERATIONAL = "operational"  # keys, states, times: nothing about a person's life
    IDENTITY = "identity"  # who somebody is
    CONTACT = "contact"  # how somebody is reached
    SPECIAL = "special"  # political opinion, health, belief, abuse, debt, immigration: UK GDPR article 9
    CONTENT = "content"  # words that somebody wrote, which may hold any of the above


class Fate(StrEnum):
    """What becomes of a field when its person is erased."""

    KEEP = "keep"
    BLANK = "blank"


FATES = {
    Label.OPERATIONAL: Fate.KEEP,
    Label.IDENTITY: Fate.BLANK,
    Label.CONTACT: Fate.BLANK,
    Label.SPECIAL: Fate.BLANK,
    Label.CONTENT: Fate.BLANK,
}


@dataclass(frozen=True)
class Labelled:
    """A field's label and its fate on erasure."""

    label: Label
    fate: Fate


# The two columns that every record has and that say nothing of anybody.
ALWAYS = {"id": Labelled(Label.OPERATIONAL, Fate.KEEP), "uid": Labelled(Label.OPERATIONAL, Fate.KEEP)}


def label(
    *,
    operational: str = "",
    identity: str = "",
    contact: str = "",
    special: str = "",
    content: str = "",
    kept: str = "",
) -> dict[str, Labelled]:
    """Labels for a model's fields, given as names with spaces between; `kept` are kept on erasure all the same.

    Raises ValueError when a field is named twice or `kept` names one that has no label.
    """
    given = {
        Label.OPERATIONAL: operational,
        Label.IDENTITY: identity,
        Label.CONTACT: contact,
        Label.SPECIAL: special,
        Label.CONTENT: content,
    }
    labels = dict(ALWAYS)
    for kind, names in given.items():
        for name in names.split():
            if name in labels:
                raise ValueError(f"{name} is labelled twice")
            labels[name] = Labelled(kind, FATES[kind])
    for name in kept.split():
        if name not in labels:
            raise ValueError(f"{name} is kept but has no label")
        labels[name] = Labelled(labels[name].label, Fate.KEEP)
    return labels
