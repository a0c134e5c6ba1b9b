"""A movement of one's own, made beside the demo in a data folder of its own: the two never share a database."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused

HERE = ("127.0.0.1", "::1")
HOSTS = ("127.0.0.1", "localhost", "[::1]")


class NotStarted(Refused):
    """The movement could not be made."""


@dataclass(frozen=True)
class Started:
    """A movement that is ready: where its data is, and what `m4c new` said, its one-time link included."""

    folder: Path
    said: str

    @property
    def command(self) -> str:
        """What to type to serve it."""
        return f"M4C_DATA={self.folder} make serve"


def may_start_here(request: HttpRequest) -> bool:
    """Whether the visitor sits at this very machine: nobody else may make folders on it."""
    host = request.get_host().rsplit(":", 1)[0] if not request.get_host().endswith("]") else request.get_host()
    return request.META.get("REMOTE_ADDR") in HERE and host in HOSTS


def start_own_movement(answers: dict[str, Any]) -> Started:
    """Run `m4c new` with these answers on a new data folder beside the demo's. Raises NotStarted.

    It is a process of its own, since one process holds one database.
    """
    folder = settings.DATA_DIR.parent / f"{settings.DATA_DIR.name}-{slugify(answers['name']) or 'movement'}"
    if folder.exists():
        raise NotStarted(_("There is a movement of that name on this machine already."), field="name")
    language = answers["language"].split("-")[0]
    options = {
        "--name": answers["name"],
        "--place": answers["place"],
        "--run-by": answers["run_by"],
        "--data-protection": answers["data_protection"],
        "--language": language,
    }
    words = [word for option in options.items() for word in option]
    environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "M4C_SERVED")}
    done = subprocess.run(
        [sys.executable, "-m", "m4c", "new", *words],
        env=environment | {"M4C_DATA": str(folder)},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode:
        raise NotStarted(done.stderr.strip() or _("The movement could not be made."))
    return Started(folder, done.stdout.strip())
