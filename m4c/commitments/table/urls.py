"""Addresses of negotiations, asks and answers."""

from typing import Any

urlpatterns: list[Any] = []
