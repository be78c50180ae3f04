"""What the web server calls."""

import multiprocessing
import os
import signal

from django.core.wsgi import get_wsgi_application

from firstfoot.operations.lifeline import end_with_parent
from firstfoot.web.shared.bodies import whole_bodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firstfoot.config.settings")

# A worker of granian: without its main process it would go on to serve old code on the same port.
if main := multiprocessing.parent_process():
    end_with_parent(main.pid or 0, signal.SIGKILL)

application = whole_bodies(get_wsgi_application())
