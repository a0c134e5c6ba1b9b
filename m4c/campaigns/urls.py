"""Addresses of campaigns, noun by noun."""

from m4c.campaigns.approaches import urls as approaches
from m4c.campaigns.casework import urls as casework
from m4c.campaigns.kits import urls as kits
from m4c.campaigns.ladder import urls as ladder
from m4c.campaigns.letters import urls as letters
from m4c.campaigns.press import urls as press
from m4c.campaigns.strategy import urls as strategy

urlpatterns = [
    *approaches.urlpatterns,
    *casework.urlpatterns,
    *kits.urlpatterns,
    *ladder.urlpatterns,
    *letters.urlpatterns,
    *press.urlpatterns,
    *strategy.urlpatterns,
]
