"""Addresses of a campaign, what it consists of and its case."""

from typing import Any

urlpatterns: list[Any] = []
