"""Addresses of commitments, noun by noun."""

from m4c.commitments.wins import urls as wins

urlpatterns = [
    *wins.urlpatterns,
]
