"""Proof that somebody kept safe occurs nowhere: for the tests of every app that shows people."""

from collections.abc import Iterable
from urllib.parse import unquote_plus

from django.test import Client

from m4c.people.models import Person
from m4c.people.models.contact_details import written


def traces(person: Person) -> set[str]:
    """All by which a person could be known in an answer: names, e-mails, phones, address, uid."""
    found = {person.name, person.given_name, person.family_name, person.known_as, str(person.uid), person.uid.hex}
    found |= {email.address for email in person.emails.all()}
    for phone in person.phones.all():
        found |= {phone.number, phone.number.removeprefix("+44"), written(phone.number)}
    if person.address:
        found |= {person.address.lines}
    return {trace for trace in found if trace}


def assert_nowhere(client: Client, person: Person, urls: Iterable[str]) -> None:
    """Assert that no answer at these addresses holds a trace of the person, asked as a page and as a part of one.

    What the address itself carries, such as the words searched for, may come back in the form that they came from.
    """
    for url in urls:
        for headers in ({}, {"HX-Request": "true"}):
            response = client.get(url, headers=headers, follow=True)
            body = b"".join(response) if response.streaming else response.content
            text = f"{body.decode(errors='replace')} {response.redirect_chain}"
            asked = unquote_plus(url)
            assert {trace for trace in traces(person) if trace in text and trace not in asked} == set(), url
