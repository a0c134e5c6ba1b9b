"""How a person is reached: e-mail addresses and phone numbers, several of each, shared within a household."""

from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache

import phonenumbers
from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.prepared import prepared
from m4c.people.written import by_sql, one_of

BRITISH = 44


class PersonEmail(models.Model):
    """One e-mail address of a person; `folded` is what matching compares."""

    labels = label(contact="address folded", operational="person position")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="emails", db_index=False)
    address = models.EmailField(_("e-mail"), max_length=254)
    folded = models.CharField(max_length=254, db_index=True, editable=False)
    position = models.PositiveSmallIntegerField(default=0)  # the first is the one to write to

    class Meta:
        ordering = ["position", "id"]
        # A column with which one of these begins has no index of its own.
        constraints = [models.UniqueConstraint(fields=["person", "folded"], name="one_row_for_an_email_of_a_person")]

    def __str__(self) -> str:
        return self.address


class PersonPhone(models.Model):
    """One phone number of a person, in E.164."""

    labels = label(contact="number", operational="person position tps_seen_on")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="phones", db_index=False)
    number = models.CharField(_("phone"), max_length=16, db_index=True)
    position = models.PositiveSmallIntegerField(default=0)
    # When a screening last found it on the Telephone Preference Service; empty where it did not.
    tps_seen_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["position", "id"]
        # A column with which one of these begins has no index of its own.
        constraints = [models.UniqueConstraint(fields=["person", "number"], name="one_row_for_a_phone_of_a_person")]

    def __str__(self) -> str:
        return self.written

    @property
    def written(self) -> str:
        """The number as people write it: a British one with its zero, another with its country."""
        return written(self.number)


def contact_details(people: Collection[int]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Folded e-mails and phones by person id, the first to use first."""
    emails: dict[int, list[str]] = defaultdict(list)
    phones: dict[int, list[str]] = defaultdict(list)
    for person_id, folded in emails_of(list(people)):
        emails[person_id].append(folded)
    for person_id, number in phones_of(list(people)):
        phones[person_id].append(number)
    return emails, phones


@prepared
def emails_of(people: list[int]) -> "models.QuerySet[PersonEmail, tuple[int, str]]":
    """Folded e-mails with whose they are, the first to use first."""
    return PersonEmail.objects.filter(by_sql("person", one_of(people))).values_list("person_id", "folded")


@prepared
def phones_of(people: list[int]) -> "models.QuerySet[PersonPhone, tuple[int, str]]":
    """Phones with whose they are, the first to use first."""
    return PersonPhone.objects.filter(by_sql("person", one_of(people))).values_list("person_id", "number")


@lru_cache(maxsize=4096)  # which number is whose stands nowhere here
def written(number: str, *, abroad: bool = False) -> str:
    """A number in E.164 as people write it: `07700 900101`, `+353 1 234 5678`; as it stands where it is none.

    With `abroad` a British one too is with its country, as from another: `+44 7700 900101`.
    """
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    is_british = parsed.country_code == BRITISH and not abroad
    form = phonenumbers.PhoneNumberFormat.NATIONAL if is_british else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, form)
