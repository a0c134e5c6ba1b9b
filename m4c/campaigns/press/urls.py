"""Addresses of press, the public page and the campaign report."""

from typing import Any

urlpatterns: list[Any] = []
