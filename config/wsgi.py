"""The WSGI application that the web server runs."""

import os

from django.core.wsgi import get_wsgi_application

from m4c.core.rubbish import collect_seldom, loading

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
with loading():
    application = get_wsgi_application()

if os.environ.get("M4C_SERVED"):
    from m4c.core.parent import end_with_parent

    end_with_parent()
    collect_seldom()
