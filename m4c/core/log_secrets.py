"""What the log leaves out: the secrets that stand in some addresses, where a mistyped one is nearly the real one."""

import logging
import re
import traceback
from typing import Any

SECRETS = ("token", "key", "code", "signed")  # what our routes and allauth's call them
IN_THEIR_PLACE = "..."
PLAIN = re.compile(r"[a-z0-9_]{0,20}([-.][a-z0-9_]{1,20})*")  # a name in an address: no secret of ours is all small
TYPED_CODE = re.compile(r"[a-z0-9]{4}(-?[a-z0-9]{4}){3}")  # but that of a slip, as somebody typed it


class WithoutSecrets(logging.Filter):
    """Tells of a request without the secrets of its address, and of a mistyped address without what may be one."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, its words and its trace without them."""
        secrets = secrets_of(getattr(record, "request", None))
        if secrets:
            record.msg, record.args = without(secrets, record.getMessage()), ()
            if record.exc_info:
                record.exc_text = without(secrets, "".join(traceback.format_exception(*record.exc_info)).rstrip())
        return True


def secrets_of(request: Any) -> list[str]:
    """What of the address of a request is a secret, or may be one; the longest first."""
    match = getattr(request, "resolver_match", None)
    if match is None or match.args:  # no address of ours: none of ours takes parts without a name
        parts = str(getattr(request, "path", "")).split("/")
        found = [part for part in parts if TYPED_CODE.fullmatch(part) or not PLAIN.fullmatch(part)]
    else:
        found = [str(match.kwargs[name]) for name in SECRETS if name in match.kwargs]
    return sorted(found, key=len, reverse=True)


def without(secrets: list[str], words: str) -> str:
    """Words without these."""
    for secret in secrets:
        words = words.replace(secret, IN_THEIR_PLACE)
    return words
