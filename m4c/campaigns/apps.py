"""The campaigns app."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    """Campaigns, approaches and the silence clock, escalation, press and kits."""

    name = "m4c.campaigns"
    label = "campaigns"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what others read of this app."""
        from m4c.campaigns import of_powerholder
        from m4c.campaigns.approaches import registering as approaches
        from m4c.campaigns.casework import registering as casework
        from m4c.campaigns.kits import registering as kits
        from m4c.campaigns.ladder import registering as ladder
        from m4c.campaigns.letters import registering as letters
        from m4c.campaigns.press import registering as press
        from m4c.campaigns.strategy import registering as strategy

        approaches.register()
        casework.register()
        kits.register()
        ladder.register()
        of_powerholder.register()
        letters.register()
        press.register()
        strategy.register()
