"""All settings. What an operator may change comes from the environment (see env.py)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from firstfoot import __version__
from firstfoot.config import env

DATA_DIR = env.data_folder()
DEBUG = env.flag("FIRSTFOOT_DEBUG")
DEMO = env.flag("FIRSTFOOT_DEMO")
SECRET_KEY = env.secret_key(DATA_DIR)
SECRET_KEY_FALLBACKS = env.names("FIRSTFOOT_OLD_SECRET_KEYS")
SITE_NAME = env.text("SITE_NAME", "Firstfoot")
SITE_URL = env.site_url()
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", f"{urlsplit(SITE_URL).hostname},localhost,127.0.0.1,[::1]")
IS_HTTPS = SITE_URL.startswith("https://")

INSTALLED_APPS = [
    "firstfoot.web.bymail",
    "firstfoot.web.shared",
    "firstfoot.web.public",
    "firstfoot.web.people",
    "firstfoot.web.talent",
    "firstfoot.web.hosts",
    "firstfoot.web.work",
    "firstfoot.web.stewards",
    "firstfoot.reactions",
    "firstfoot.proof.pathways",
    "firstfoot.proof.network",
    "firstfoot.proof.portfolio",
    "firstfoot.proof.credentials",
    "firstfoot.work.disputes",
    "firstfoot.work.evaluations",
    "firstfoot.work.payments",
    "firstfoot.work.engagements",
    "firstfoot.market.moderation",
    "firstfoot.market.suggestions",
    "firstfoot.market.sourcing",
    "firstfoot.market.applications",
    "firstfoot.market.searches",
    "firstfoot.market.projects",
    "firstfoot.market.talent",
    "firstfoot.market.fairpay",
    "firstfoot.market.vocabulary",
    "firstfoot.market.organizations",
    "firstfoot.foundation.conversations",
    "firstfoot.foundation.notifications",
    "firstfoot.foundation.files",
    "firstfoot.foundation.links",
    "firstfoot.foundation.selfid",
    "firstfoot.foundation.accounts",
    "firstfoot.foundation.journal",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "firstfoot.web.shared.request_id.request_id",
    "firstfoot.web.shared.uploads.LargeBodyMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "firstfoot.web.shared.language.reader_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "firstfoot.web.shared.middleware.WholeBodyMiddleware",
    "firstfoot.web.shared.middleware.late_requests",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "firstfoot.web.shared.middleware.ReaderZoneMiddleware",
    "firstfoot.web.shared.middleware.PrivatePagesMiddleware",
    "firstfoot.web.shared.middleware.RefusalMiddleware",
    "firstfoot.web.shared.confirming.ConfirmMiddleware",
    "firstfoot.web.shared.signed_in.SeenMiddleware",
]

ROOT_URLCONF = "firstfoot.config.urls"
WSGI_APPLICATION = "firstfoot.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Person"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "firstfoot.web.shared.context.site",
            ],
        },
    }
]
FORM_RENDERER = "firstfoot.web.shared.forms.FaceRenderer"

WRITE_WAIT_SECONDS = env.write_wait()
DATABASES: dict[str, Any] = {"default": env.database(DATA_DIR)}
# The default is for limits on tries, which must hold across processes; cards are cheap to make again.
CACHES = {
    "default": env.limits_cache(),
    "cards": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "cards",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "firstfoot.web.people.passwords.NotAboutYou",
     "OPTIONS": {"user_attributes": ("email", "chosen_name")}},
    {"NAME": "firstfoot.web.people.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "firstfoot.web.people.passwords.NotCommon"},
]  # fmt: skip
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

# Sign-in: the same answer for known and unknown addresses, a code by mail, limits on tries.
ACCOUNT_ADAPTER = "firstfoot.web.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "firstfoot.web.people.forms.signup.SignupForm"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a new password, address, app or passkey is said by mail at once
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 2
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = {"by_mail": "300/10m/ip"}  # beside its own: what is sent by links in mails
# What matters is asked for again unless the person signed in, or confirmed, this many seconds ago.
ACCOUNT_RATE_LIMITS = {
    "by_mail": "300/10m/ip"
}  # beside those of allauth: what is sent from pages behind links in mails
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
# A second step at sign-in: an authenticator app, codes on paper; or a passkey instead of the password.
MFA_ADAPTER = "firstfoot.web.people.mfa.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "firstfoot.web.people.forms.second_step.CodeForm",
    "reauthenticate": "firstfoot.web.people.forms.second_step.ConfirmCodeForm",
    "activate_totp": "firstfoot.web.people.forms.second_step.AppForm",
    "add_webauthn": "firstfoot.web.people.forms.second_step.PasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # clocks of phones are up to half a minute off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS  # browsers allow it on localhost alone
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if IS_HTTPS else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0)
LOGIN_REDIRECT_URL = "/home/"
LOGIN_URL = "account_login"
LOGOUT_REDIRECT_URL = "/"

LANGUAGE_CODE = "en-us"
LANGUAGES = [("en", _("English"))]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": env.file_storage(MEDIA_ROOT),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "firstfoot.config.static.JoinedManifestStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
FILE_UPLOAD_TEMP_DIR = str(
    env.private_folder(DATA_DIR / "arriving")
)  # ours, so that what a killed upload left is swept
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "firstfoot.web.shared.uploads.CappedUploadHandler",
]
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 600
UPLOAD_MAX_BYTES = 25 * 1024 * 1024  # one file

MAILERS = env.mailers()
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", f"{SITE_NAME} <hello@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
MAIL_TRIES = 6

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "firstfoot.web.shared.views.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [SITE_URL] if IS_HTTPS else []
X_FRAME_OPTIONS = "DENY"
if IS_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000

TASK_BROKER_URL = env.text("TASK_BROKER_URL")
TASKS = env.tasks(TASK_BROKER_URL)

# Our own
TERMS_VERSION = "2026-11"
SIGNING_CONSENT_VERSION = "2026-11"
PAY_FLOOR_MINOR = {
    "USD": 1500, "EUR": 1400, "GBP": 1250, "CAD": 1800, "AUD": 2400, "CHF": 2400, "INR": 25000, "KES": 25000,
    "BRL": 2500, "MXN": 9000, "JPY": 1100, "ZAR": 6000, "NGN": 200000,
}  # fmt: skip
SUGGESTIONS = env.flag("SUGGESTIONS", default=True)  # whether lists of fitting projects are made
OPEN_LEDGER = env.flag("OPEN_LEDGER", default=True)  # whether everybody may read what became of a year's projects
MAX_UNANSWERED_APPLICATIONS = env.number("MAX_UNANSWERED_APPLICATIONS", 60)  # of one project
MODERATED_FIRST_POSTS = env.number("MODERATED_FIRST_POSTS", 3)  # of a new host, looked at before they are public
EXPORT_DAYS = env.number("EXPORT_DAYS", 7)  # how long a person's copy of everything can be fetched
AGREEMENTS_KEPT_YEARS = env.number("AGREEMENTS_KEPT_YEARS", 6)  # sealed, after one of its people was erased
WORKER_NAME = env.text("WORKER_NAME", "worker")
RELEASE = __version__
SILENCED_SYSTEM_CHECKS: list[str] = []

LOG_LEVEL = env.text("LOG_LEVEL", "INFO")
LOGGING_CONFIG = "firstfoot.config.logs.configure"
LOGGING = {"level": LOG_LEVEL, "json": env.flag("LOG_JSON", default=not DEBUG)}
