"""Addresses of what comes in and goes out as files."""

from typing import Any

urlpatterns: list[Any] = []
