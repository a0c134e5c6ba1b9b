"""What the log leaves out: the secrets that stand in some addresses, where a mistyped one is nearly the real one."""

import logging

SECRETS = ("token", "key", "code")  # what our routes and allauth's call them
IN_THEIR_PLACE = "..."


class WithoutSecrets(logging.Filter):
    """Tells of a request without the secrets of its address."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, its words without them."""
        match = getattr(getattr(record, "request", None), "resolver_match", None)
        secrets = [str(match.kwargs[name]) for name in SECRETS if name in match.kwargs] if match else []
        if secrets:
            words = record.getMessage()
            for secret in secrets:
                words = words.replace(secret, IN_THEIR_PLACE)
            record.msg, record.args = words, ()
        return True
