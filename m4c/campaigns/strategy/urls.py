"""Addresses of the strategy chart and the power map."""

from typing import Any

urlpatterns: list[Any] = []
