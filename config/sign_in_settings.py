"""Settings of signing in, by django-allauth: password, passkey, second factor. Nobody signs up by themselves."""

from config.environment import Environment

env = Environment()

# How long a sign-in lasts where its owner said that the device is their own, and how long a way in is good.
OWN_DEVICE_DAYS = env.number("OWN_DEVICE_DAYS", 90, at_least=1, at_most=365)
SIGN_IN_CODE_MINUTES = env.number("SIGN_IN_CODE_MINUTES", 30, at_least=1, at_most=1_440)  # shown on a screen
SIGN_IN_LINK_DAYS = env.number("SIGN_IN_LINK_DAYS", 3, at_least=1, at_most=30)  # sent, or printed by the command line
PASSWORD_RESET_TIMEOUT = 60 * 60
# On any other device the browser forgets when it is closed, and the server after SESSION_COOKIE_AGE without a visit.
SESSION_EXPIRE_AT_BROWSER_CLOSE = env.flag("SESSION_EXPIRE_AT_BROWSER_CLOSE", True)

ACCOUNT_ADAPTER = "m4c.people.accounts.allauth_adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "m4c.people.forms.sign_in.SignInForm",
    "reset_password": "m4c.people.forms.sign_in.ForgottenPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are invited by their address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False  # the adapter says how long
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/300s/key",  # by machine, and by account
    "reset_password": "20/m/ip,3/h/key",
    "sign_in_link": "20/m/ip",
    "send_sign_in_link": "5/h/key",
    "public_form": "10/m/ip,60/h/ip",  # many neighbours sign up from one hall
    "letter_to_stranger": "3/d/key",  # to one address, whoever asks and by whichever form
    "sign_up_link": "20/m/ip",
    "own_data_link": "20/m/ip",
    "host_link": "20/m/ip",
    "commitment_link": "120/m/ip",  # a hall of tenants scans one code; the secret has 256 bits
    "calendar_feed": "60/m/ip",
    "vote": "300/m/ip",  # a hall full of telephones behind one address
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.flag("BEHIND_PROXY") else 0

MFA_ADAPTER = "m4c.people.accounts.allauth_adapter.SecondFactorAdapter"
MFA_FORMS = {"add_webauthn": "m4c.people.forms.sign_in.PasskeyForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # allauth's own table of addresses is not used
