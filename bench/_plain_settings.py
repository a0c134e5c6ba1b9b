"""Plain Django's own settings: the same database, as durable as ours, and nothing else of ours."""

from config import settings as ours

OURS = ours.DATABASES["default"]
DATABASES = {"default": OURS | {"ENGINE": str(OURS["ENGINE"]).replace("m4c.core", "django.db.backends")}}
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["OPTIONS"] = {}  # Django keeps no plans by itself
SECRET_KEY, TIME_ZONE, USE_TZ = ours.SECRET_KEY, ours.TIME_ZONE, ours.USE_TZ
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]
ROOT_URLCONF = "bench._plain_events"
ALLOWED_HOSTS = ["*"]
