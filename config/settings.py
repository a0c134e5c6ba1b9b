"""Settings: sane by default, changed by the environment. docs/settings.md lists every one."""

from pathlib import Path

import django.conf.locale
from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.utils.translation import gettext_lazy as _

from config.environment import Environment
from config.secret_key import kept_secret_key

env = Environment()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = env.folder("M4C_DATA", BASE_DIR / "var")
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.flag("DEBUG", False)
SECRET_KEY = env.text("SECRET_KEY") or kept_secret_key(DATA_DIR / "secret_key")
SUPPRESSION_KEY = env.text("SUPPRESSION_KEY") or kept_secret_key(DATA_DIR / "suppression_key")
PORT = env.number("PORT", 8000, at_least=1, at_most=65535)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
SITE_URL = env.text("SITE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
WAGTAILADMIN_BASE_URL = SITE_URL
BEHIND_HTTPS = SITE_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "m4c.core",
    "m4c.places",
    "m4c.people",
    "m4c.events",
    "m4c.listening",
    "m4c.leaders",
    "m4c.power",
    "m4c.campaigns",
    "m4c.commitments",
    "m4c.outreach",
    "m4c.insight",
    "m4c.website",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    "heroicons",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "m4c.website.redirects.Redirects",
    "wagtail.contrib.simple_translation",
    "wagtail.users",  # its screens do not exist here (website/cms_urls.py); its admin needs the app
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "taggit",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "m4c.core.maintenance.Maintenance",
    "django.middleware.gzip.GZipMiddleware",  # with padding of random length, against guessing by size
    "m4c.core.page_cache.PageCache",
    "m4c.core.security_policy.SecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "m4c.core.languages.Languages",
    "django.middleware.common.CommonMiddleware",
    "m4c.core.closed_door.FormGuard",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "m4c.core.closed_door.ClosedDoor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "m4c.people.middleware.SeenDevices",
    "django_htmx.middleware.HtmxMiddleware",
    "m4c.core.htmx.HtmxAnswers",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

LOADERS = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            # cotton and template-partials would each rewrite the loaders and switch the other off: both stand here.
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    LOADERS if DEBUG else [("django.template.loaders.cached.Loader", LOADERS)],
                )
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "m4c.core.templatetags.swift",  # last: in place of some tags of the others
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "m4c.core.navigation.navigation",
                "m4c.people.context.movement",
                "m4c.website.frame.frame",
                "m4c.people.narrowing.switcher",
            ],
        },
    }
]

DATABASES = {"default": env.database("DATABASE_URL", DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        # One for all processes: a cache in each would double the limits on attempts and go stale.
        "BACKEND": "m4c.core.local_cache.LocalCache",
        "LOCATION": DATA_DIR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # the default of 300 would let a flood push out the limits on attempts
    }
}

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["m4c.people.account_backend.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "home"

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English")), ("cy", _("Cymraeg"))]
BUILT_LOCALE = DATA_DIR / "locale"  # compiled from locale/ by core/catalogues.py
LOCALE_PATHS = [BUILT_LOCALE]
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = ["config.formats"]

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
BUILT_STATIC = DATA_DIR / "built"  # fonts, made from packages at first start
BUILT_STATIC.mkdir(exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static", BUILT_STATIC]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "m4c.core.static_files.HashedFiles"},
}
MEDIA_ROOT = DATA_DIR / "files"
MEDIA_URL = "files/"
WHITENOISE_MAX_AGE = 31_536_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
IMPORT_MAX_BYTES = env.number("IMPORT_MAX_BYTES", 10_000_000, at_least=1_000)
IMPORT_MAX_ROWS = env.number("IMPORT_MAX_ROWS", 100_000, at_least=1)
# Which share of a postcode sector must lie in an area for us to say that an address does: docs/decisions/0003.
PLACES_CERTAIN_PERCENT = env.number("PLACES_CERTAIN_PERCENT", 95, at_least=51, at_most=100)

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"], "ENQUEUE_ON_COMMIT": False}}

# The session is the one cookie: the guard of forms and what was said lie in it, so that no page needs a banner.
SESSION_ENGINE = "m4c.core.sessions"
CSRF_USE_SESSIONS = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
# The proxy redirects to HTTPS; whether other hosts of the domain have it is not ours to promise.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W008", "security.W021"]
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY") else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
# What the site's editor under cms/ needs besides; its own scripts are named one by one (core/security_policy.py).
CMS_POLICY = {
    "style-src-elem": [SELF, UNSAFE_INLINE],  # its text fields write style elements as they are used; no attributes
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}

EMAIL_BACKEND = env.text("EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25, at_least=1, at_most=65535)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS")
EMAIL_TIMEOUT = env.number("EMAIL_TIMEOUT", 30, at_least=1, at_most=600)  # seconds; a worker never waits for ever
ANYMAIL = env.those_beginning("ANYMAIL_")  # what a provider asks for, where EMAIL_BACKEND is one of anymail.backends
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "organising@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {
        "without_secrets": {"()": "m4c.core.log_secrets.WithoutSecrets"},
        "one_line": {"()": "m4c.core.log_noise.OneLine"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["without_secrets", "one_line"],
        }
    },
    "root": {"handlers": ["stderr"], "level": env.text("LOG_LEVEL", "WARNING")},
}

django.conf.locale.LANG_INFO.setdefault("cy", {"bidi": False, "code": "cy", "name": "Welsh", "name_local": "Cymraeg"})

from config.campaign_settings import *  # noqa: E402, F403 - the settings of campaigns, a page of their own
from config.public_form_settings import *  # noqa: E402, F403 - the public forms' settings, a page of their own
from config.sign_in_settings import *  # noqa: E402, F403 - allauth's settings, a page of their own
from config.site_settings import *  # noqa: E402, F403 - the public site's and Wagtail's settings, a page of their own
