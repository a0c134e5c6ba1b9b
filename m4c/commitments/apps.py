"""The commitments app."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    """Negotiations, asks and answers, commitments and whether they are kept, wins and covenants."""

    name = "m4c.commitments"
    label = "commitments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what others read of this app."""
        from m4c.commitments.assembly import registering as assembly
        from m4c.commitments.covenants import registering as covenants
        from m4c.commitments.faces import registering as faces
        from m4c.commitments.record import registering as record
        from m4c.commitments.sheets import registering as sheets
        from m4c.commitments.table import registering as table
        from m4c.commitments.watching import registering as watching
        from m4c.commitments.wins import registering as wins

        assembly.register()
        covenants.register()
        faces.register()
        record.register()
        sheets.register()
        table.register()
        watching.register()
        wins.register()
