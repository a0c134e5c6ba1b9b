"""How the account of a session is read: with its person and its roles, for which every page asks, in one query."""

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from m4c.core.prepared import prepared
from m4c.people.models import Account, AccountRole
from m4c.people.models.account_role import held_by


@prepared
def roles_of(account: int) -> QuerySet[AccountRole]:
    """Open roles, with the account and its person."""
    return AccountRole.objects.open().filter(account=account).order_by().select_related("account__person", "group")


class AccountBackend(AuthenticationBackend):
    """allauth's own, but for what it reads."""

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session; None where it is gone or may not sign in any more. Without a role, two queries."""
        roles = roles_of(user_id)
        account = roles[0].account if roles else Account.objects.select_related("person").filter(pk=user_id).first()
        if account is None or not self.user_can_authenticate(account):
            return None
        account.held = held_by(roles)
        return account
