"""Plain Django's own settings: the same database, as durable as ours, and nothing else of ours."""

from config.settings import DATABASES, SECRET_KEY, TEMPLATES, TIME_ZONE, USE_TZ

__all__ = ["DATABASES", "SECRET_KEY", "TIME_ZONE", "USE_TZ"]
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
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [{"BACKEND": TEMPLATES[0]["BACKEND"]}]
ROOT_URLCONF = "bench._plain_events"
ALLOWED_HOSTS = ["*"]
