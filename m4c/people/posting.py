"""The way out for letters: one connection for many, and of each what became of it, in words for whoever reads it."""

import smtplib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from anymail.exceptions import AnymailError
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _

PROBLEMS = (smtplib.SMTPException, OSError, AnymailError)
QUEUED, HELD_BACK, FAILED = "queued", "held_back", "failed"  # states that every kind of letter has

Letter = TypeVar("Letter")
Outcome = tuple[str, str]  # the state of a letter, and why in a few words


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


@dataclass
class Delivery(Generic[Letter]):
    """What became of some letters that were sent one after the other, and whether nobody takes any more now."""

    outcomes: dict[Letter, Outcome] = field(default_factory=dict)
    is_down: bool = False


def send_each(
    way: Post,
    letters: Iterable[Letter],
    *,
    write: Callable[[Letter], EmailMessage | str],
    went: str,
    later: Callable[[str], Outcome] = lambda why: (QUEUED, why),
) -> Delivery[Letter]:
    """Send letters one after the other; where no mail server answers, the rest waits.

    `write` gives a letter's message, or why it is held back; `went` is the state of one that went; `later` says what
    becomes of one that did not for now, given why.
    """
    sent: Delivery[Letter] = Delivery()
    why_not = ""
    for letter in letters:
        if not why_not:
            try:
                sent.outcomes[letter] = sent_one(way, write(letter), went, later)
                continue
            except NobodyAnswers as nobody:
                why_not, sent.is_down = str(nobody), True
        sent.outcomes[letter] = later(why_not)
    return sent


def sent_one(way: Post, written: EmailMessage | str, went: str, later: Callable[[str], Outcome]) -> Outcome:
    """Send a message, or hold a letter back for this reason; what became of it. Raises NobodyAnswers."""
    if isinstance(written, str):
        return HELD_BACK, written
    posted = way.send(written)
    if posted.may_try_again:
        return later(posted.why)
    return (went, "") if posted.went else (FAILED, posted.why)


def message(name: str, subject: str, body: str, address: str, headers: Mapping[str, str]) -> EmailMessage:
    """A letter in plain text. `name` is its own, the same for the same letter wherever it is looked for."""
    given = {"Message-ID": f"<{name}@{message_host()}>", **headers}
    return EmailMessage(subject, body.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [address], headers=given)


def message_host() -> str:
    """What stands after the @ of a letter's own name: where our letters come from."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"


def is_one_line(subject: str) -> bool:
    """Whether a text can be a subject: after a break it would be a header of another name."""
    return not {"\n", "\r"} & set(subject)


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
