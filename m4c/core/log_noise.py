"""What the log says briefly: a machine that asks for a name which is not ours is no fault, and has no trace to read."""

import logging

SCANNERS = "django.security.DisallowedHost"


class OneLine(logging.Filter):
    """Tells of a request for a host that is not served in one line, without the traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through."""
        if record.name == SCANNERS:
            record.exc_info = record.exc_text = None
            record.msg, record.args = " ".join(record.getMessage().split()), ()  # what was asked for may hold a newline
        return True
