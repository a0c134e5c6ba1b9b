"""Addresses of supporters' letters and calls."""

from typing import Any

urlpatterns: list[Any] = []
