"""`m4c account`: a link for whoever is invited, and one sentence for a mistake."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from m4c.cli.account import account
from m4c.core.errors import Refused
from m4c.people.models import Account, Group, SignInLink
from m4c.people.models.sign_in_link import hash_of


def run(*words: str) -> Result:
    return CliRunner().invoke(account, words, catch_exceptions=False)


def answer(*words: str) -> Any:
    return json.loads(run(*words, "--format", "json").output)


def test_create_prints_a_link_that_signs_in(cast):
    told = run("create", "--email", "Ffion@Example.org", "--role", "leader", "--group", "cardiff").output
    link, how_long = told.splitlines()
    token = link.removeprefix("http://127.0.0.1:8000/sign-in/").removesuffix("/")
    made = Account.objects.get(email="ffion@example.org")
    assert getattr(SignInLink.waiting(token), "account", None) == made
    assert [(role.role, role.group.name) for role in made.roles.all()] == [("leader", "Cardiff")]
    assert how_long.startswith("It signs in once, within 3 days, until ")


def test_create_without_a_group_means_the_whole_movement(cast):
    told = answer("create", "--email", "ffion@example.org", "--role", "editor", "--given-name", "Ffion")
    made = Account.objects.get(email="ffion@example.org")
    assert list(told) == ["email", "link", "expires_at"]
    assert (str(made), made.roles.get().group) == ("Ffion", cast.movement)


def test_create_makes_the_movement_in_an_empty_data_folder(db):
    run("create", "--email", "ffion@example.org", "--role", "admin")
    assert Group.objects.get(kind="movement").name == "Movement for Change"


def test_a_new_link_replaces_the_one_before(cast):
    first, second = (answer("link", "--email", cast.leader.email)["link"] for _ in range(2))
    open_links = SignInLink.objects.filter(spent_at=None)
    assert [link.token_hash for link in open_links] == [hash_of(second.split("/")[-2])]
    assert first != second


def test_roles_are_given_and_ended(cast):
    words = ("--email", cast.leader.email, "--role", "editor", "--group", "Wales")
    assert run("role", "give", *words).output == f"{cast.leader.email} is editor in Wales.\n"
    rows = {row["email"]: row["roles"] for row in answer("list")}
    assert rows[cast.leader.email] == [{"role": "leader", "group": "Cardiff"}, {"role": "editor", "group": "Wales"}]
    assert run("role", "end", *words).output == f"{cast.leader.email} is no longer editor in Wales.\n"
    assert f"{cast.leader.email}  leader in Cardiff" in run("list").output


def test_close_ends_an_account(cast):
    assert run("close", "--email", cast.leader.email).output == f"{cast.leader.email} is closed.\n"
    assert f"{cast.leader.email}  closed" in run("list").output


def test_a_lost_second_factor_is_forgotten(cast):
    told = run("forget-second-factor", "--email", cast.safeguarding.email).output
    assert told == f"{cast.safeguarding.email} sets up new ones at the next sign-in.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("link --email nobody@example.org", "There is no account of nobody@example.org."),
        ("create --email nonsense --role member", "“nonsense” is not an e-mail address."),
        ("create --email a@example.org --role member --group Cardif", "Did you mean “Cardiff”?"),
        ("create --email a@example.org --role queen", "There is no role “queen”."),
        ("create --email a@example.org --role admin --group Cardiff", "An admin looks after the whole movement"),
        ("role end --email sian.prosser@example.org --role editor --group Wales", "is not editor in Wales."),
    ],
)
def test_a_mistake_is_one_sentence(cast, words, sentence):
    cast.organiser.email = "sian.prosser@example.org"
    Account.objects.filter(pk=cast.organiser.pk).update(email=cast.organiser.email)
    with pytest.raises(Refused, match=sentence.replace("?", "[?]")):
        run(*words.split())
