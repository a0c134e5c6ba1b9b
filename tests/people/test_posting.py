"""The way out for letters: what a server's answer means for the letter, and when it may be tried again."""

import smtplib

import pytest
from anymail.exceptions import AnymailAPIError
from django.core.mail import EmailMessage

from m4c.people.posting import NobodyAnswers, Posted, became, is_one_line, message, post, send_each
from tests.mail_server import mail_server, no_server


def letter(to: str = "amal@example.org") -> EmailMessage:
    """A letter to somebody."""
    return EmailMessage("Thursday", "Come.", "us@example.org", [to])


@pytest.mark.parametrize(
    ("problem", "posted"),
    [
        (smtplib.SMTPRecipientsRefused({"a": (550, b"no")}), Posted("The mail server refuses the address (550).")),
        (
            smtplib.SMTPRecipientsRefused({"a": (451, b"wait")}),
            Posted("The mail server asks to try again later (451).", may_try_again=True),
        ),
        (
            smtplib.SMTPDataError(421, "a@example.org"),
            Posted("The mail server asks to try again later (421).", may_try_again=True),
        ),
        (smtplib.SMTPDataError(554, "spam"), Posted("It may not have arrived: SMTPDataError.")),
        (TimeoutError(), Posted("It may not have arrived: TimeoutError.")),
        (AnymailAPIError("a@example.org"), Posted("It may not have arrived: AnymailAPIError.")),
    ],
)
def test_what_a_problem_means_for_a_letter(problem: Exception, posted: Posted):
    assert became(problem) == posted


def test_letters_go_one_after_the_other_also_after_one_that_did_not(settings):
    with mail_server(settings, {"bryn@example.org": "550 nobody here"}) as server, post() as way:
        went = [way.send(letter(f"{name}@example.org")).went for name in ("amal", "bryn", "cai")]
    assert (went, [one["To"] for one in server.taken]) == ([True, False, True], ["amal@example.org", "cai@example.org"])


def test_a_server_that_breaks_off_is_reached_anew_for_the_next(settings):
    with mail_server(settings, {"bryn@example.org": "421 closing"}) as server, post() as way:
        assert way.send(letter("amal@example.org")).went
        assert not way.send(letter("bryn@example.org")).went
        assert way.send(letter("cai@example.org")).went
    assert [one["To"] for one in server.taken] == ["amal@example.org", "cai@example.org"]


def test_where_nobody_answers_nothing_was_handed_over(settings):
    no_server(settings)
    with post() as way, pytest.raises(NobodyAnswers, match="No mail server answers: ConnectionRefusedError"):
        way.send(letter())


def test_of_each_letter_is_said_what_became_of_it(settings):
    written = {name: letter(f"{name}@example.org") for name in ("amal", "bryn", "cai")} | {"dai": "Objected."}
    with mail_server(settings, {"bryn@example.org": "550 no", "cai@example.org": "451 wait"}) as server, post() as way:
        sent = send_each(way, written, write=written.__getitem__, went="told")
    assert (len(server.taken), sent.is_down, sent.outcomes) == (
        1,
        False,
        {
            "amal": ("told", ""),
            "bryn": ("failed", "The mail server refuses the address (550)."),
            "cai": ("queued", "The mail server asks to try again later (451)."),
            "dai": ("held_back", "Objected."),
        },
    )


def test_where_nobody_answers_the_rest_is_not_even_written(settings):
    no_server(settings)
    written: list[str] = []
    with post() as way:
        sent = send_each(
            way,
            ["amal", "bryn"],
            write=lambda name: written.append(name) or letter(),
            went="told",
            later=lambda why: ("failed", why),
        )
    nobody = ("failed", "No mail server answers: ConnectionRefusedError.")
    assert (written, sent.is_down, sent.outcomes) == (["amal"], True, {"amal": nobody, "bryn": nobody})


def test_a_letter_is_known_by_its_own_name_where_it_comes_from(settings):
    settings.DEFAULT_FROM_EMAIL = "Movement for Change <organising@example.org>"
    made = message("7.9", "Thursday", "\n\nCome.\n\n\n", "amal@example.org", {"Precedence": "bulk"})
    assert (made.body, made.extra_headers) == ("Come.\n", {"Message-ID": "<7.9@example.org>", "Precedence": "bulk"})


@pytest.mark.parametrize(
    ("subject", "is_one"), [("Thursday", True), ("Thursday\nBcc: x", False), ("Thursday\rx", False)]
)
def test_a_subject_is_one_line(subject: str, is_one: bool):
    assert is_one_line(subject) == is_one
