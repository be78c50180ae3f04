"""Settings of the web server that tests start on their own database: the product's, with plain static files."""

from firstfoot.config.settings import *  # noqa: F403

STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MIDDLEWARE = [m for m in MIDDLEWARE if "whitenoise" not in m]  # noqa: F405
CACHES = {"default": CACHES["cards"], "cards": CACHES["cards"]}  # noqa: F405
MODERATED_FIRST_POSTS = 0  # as in tests.settings
