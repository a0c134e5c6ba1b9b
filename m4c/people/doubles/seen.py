"""Who may be on record twice, as one person's page tells it."""

from m4c.people.models import Account, DoubleSuggestion, Person


def seen_doubles(account: Account, person: Person) -> list[DoubleSuggestion]:
    """The open suggestions of a person with somebody whom the account sees; who may answer them is asked apart."""
    rows = DoubleSuggestion.objects.open().with_somebody_seen(person.pk, account)
    return list(rows.select_related())
