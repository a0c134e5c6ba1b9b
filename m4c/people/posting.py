"""The way out for letters: one connection for many, and of each what became of it, in words for whoever reads it."""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from anymail.exceptions import AnymailError
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _

PROBLEMS = (smtplib.SMTPException, OSError, AnymailError)


class NobodyAnswers(Exception):
    """No mail server or provider takes letters now: what is not sent yet waits."""


@dataclass(frozen=True)
class Posted:
    """What became of a letter: it went, or why it did not, and whether it is certain that it may be tried again."""

    why: str = ""
    may_try_again: bool = False

    @property
    def went(self) -> bool:
        """Whether it was taken."""
        return not self.why


class Post:
    """A connection that letters go by."""

    def __init__(self, connection: BaseEmailBackend) -> None:
        self.connection = connection

    def send(self, letter: EmailMessage) -> Posted:
        """Send a letter. Raises NobodyAnswers before anything of it is handed over."""
        self.open()
        try:
            self.connection.send_messages([letter])
        except PROBLEMS as problem:
            self.connection.close()  # which may be broken: the next letter opens another
            return became(problem)
        return Posted()

    def open(self) -> None:
        """Open the connection, unless it is. Raises NobodyAnswers."""
        try:
            self.connection.open()
        except PROBLEMS as problem:
            raise NobodyAnswers(_("No mail server answers: {problem}.").format(problem=kind_of(problem))) from problem


@contextmanager
def post() -> Iterator[Post]:
    """A connection for as long as letters go."""
    connection = get_connection()
    try:
        yield Post(connection)
    finally:
        connection.close()


def became(problem: Exception) -> Posted:
    """What a problem says of the letter: a server that says 4xx did not take it and asks to be tried again."""
    code = code_of(problem)
    if code and 400 <= code < 500:
        return Posted(_("The mail server asks to try again later ({code}).").format(code=code), may_try_again=True)
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return Posted(_("The mail server refuses the address ({code}).").format(code=code))
    return Posted(_("It may not have arrived: {problem}.").format(problem=kind_of(problem)))


def code_of(problem: Exception) -> int:
    """The server's number for it; none for what has none."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return max((code for code, _words in problem.recipients.values()), default=0)
    return problem.smtp_code if isinstance(problem, smtplib.SMTPResponseException) else 0


def kind_of(problem: Exception) -> str:
    """A problem in one word, without what the server said: that may hold an address."""
    return type(problem).__name__
