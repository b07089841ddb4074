"""The WSGI application that takes answers: ``gunicorn portal.answering``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.answering"
application = get_wsgi_application()
