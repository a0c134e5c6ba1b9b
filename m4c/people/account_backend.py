"""How the account of a session is read: with its person, whom nearly every page asks for, in one query."""

from allauth.account.auth_backends import AuthenticationBackend

from m4c.people.models import Account


class AccountBackend(AuthenticationBackend):
    """allauth's own, but for what it reads."""

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session, with its person; None where it is gone or may not sign in any more."""
        account = Account.objects.select_related("person").filter(pk=user_id).first()
        return account if account is not None and self.user_can_authenticate(account) else None
