"""Addresses of progress, verdicts, replies and what waits."""

from typing import Any

urlpatterns: list[Any] = []
