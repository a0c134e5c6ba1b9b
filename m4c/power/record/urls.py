"""Addresses of powerholders, their offices and what is on record of them."""

from typing import Any

urlpatterns: list[Any] = []
