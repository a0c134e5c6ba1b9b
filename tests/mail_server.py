"""A mail server on loopback for tests: it takes letters, refuses whom it is told to, and can be down."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

SMTP = "django.core.mail.backends.smtp.EmailBackend"


class Letters:
    """What the server took, and what it says to whom it does not take: an address and its answer."""

    def __init__(self, answers: dict[str, str]) -> None:
        self.answers = answers
        self.taken: list[EmailMessage] = []

    async def handle_RCPT(self, server: Any, session: Any, envelope: Envelope, address: str, options: Any) -> str:  # noqa: N802
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.taken.append(letter)
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        """The letters to an address."""
        return [letter for letter in self.taken if letter["To"] == address]


@contextmanager
def mail_server(settings: Any, answers: dict[str, str] | None = None) -> Iterator[Letters]:
    """A server of one's own, which letters go to as long as it stands."""
    letters = Letters(answers or {})
    server = Controller(letters, hostname="127.0.0.1", port=no_server(settings))
    server.start()
    try:
        yield letters
    finally:
        server.stop()


def no_server(settings: Any) -> int:
    """Have letters go by SMTP to a port where nobody answers yet; which one."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", port
    return port


def text_of(letter: EmailMessage) -> str:
    """What a letter says."""
    body = letter.get_body(("plain",))
    assert body is not None
    text: str = body.get_content()
    return text.replace("\r\n", "\n")
