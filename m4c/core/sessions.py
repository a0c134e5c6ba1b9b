"""Sessions in the database, as Django keeps them, read by a prepared statement: every page begins with one."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from m4c.core.prepared import prepared


@prepared
def kept_in_session(key: str, now: datetime) -> QuerySet[Session, str]:
    """What is kept in the session of this key, unless it has ended."""
    return Session.objects.filter(session_key=key, expire_date__gt=now).values_list("session_data", flat=True)


class SessionStore(DatabaseStore):
    """Django's own, but for how it reads."""

    def load(self) -> dict[str, Any]:
        """What a session holds; empty, and without its key, where there is none."""
        found = kept_in_session(self.session_key, timezone.now()) if self.session_key else []
        if not found:
            self._session_key = None
            return {}
        return self.decode(found[0])
