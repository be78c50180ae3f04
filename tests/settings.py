"""Settings of the tests: those of the product, with a fast hasher, plain static files and mail kept in memory."""

import atexit
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

# Nothing that this machine is set up with reaches the tests, least of all its data.
for name in ("DATABASE_URL", "SMTP_URL", "SITE_URL", "SITE_NAME", "PORT", "HOST", "FIRSTFOOT_DEBUG", "FIRSTFOOT_DEMO"):
    os.environ.pop(name, None)
os.environ["FIRSTFOOT_DATA"] = tempfile.mkdtemp(prefix="firstfoot-test-")
atexit.register(shutil.rmtree, os.environ["FIRSTFOOT_DATA"], ignore_errors=True)
if os.environ.get("FIRSTFOOT_TEST_DB") == "postgresql":
    os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
os.environ["FIRSTFOOT_SECRET_KEY"] = "only-for-tests-" * 4
os.environ["ALLOWED_HOSTS"] = "localhost,127.0.0.1,testserver"

from firstfoot.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MIDDLEWARE = [m for m in MIDDLEWARE if "whitenoise" not in m]  # noqa: F405
CACHES = {"default": CACHES["cards"], "cards": CACHES["cards"]}  # noqa: F405
if "postgresql" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    checkout = hashlib.sha256(str(Path(__file__).resolve()).encode()).hexdigest()[:10]
    DATABASES["default"]["TEST"] = {"NAME": f"firstfoot_test_{checkout}"}  # noqa: F405
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
MODERATED_FIRST_POSTS = 0  # hosts of the tests are known; what is new about new ones has tests of its own
DEMO = True
LOGGING = {"level": "ERROR", "json": True}
