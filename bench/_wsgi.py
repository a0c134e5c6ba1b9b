"""Django as a web server loads it, by whichever settings the environment names."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
