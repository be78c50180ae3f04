"""Every address of the site, one list an audience."""

from django.urls import include, path

urlpatterns = [
    path("", include("firstfoot.web.public.urls")),
    path("", include("firstfoot.web.shared.urls")),
    path("", include("firstfoot.web.people.urls")),
    path("talent/", include("firstfoot.web.talent.urls")),
    path("hosting/", include("firstfoot.web.hosts.urls")),
    path("work/", include("firstfoot.web.work.urls")),
    path("by-mail/", include("firstfoot.web.bymail.urls")),
    path("steward/", include("firstfoot.web.stewards.urls")),
    path("accounts/", include("firstfoot.web.people.urls_accounts")),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
]

handler400 = "firstfoot.web.shared.views.errors.bad_request"
handler403 = "firstfoot.web.shared.views.errors.permission_denied"
handler404 = "firstfoot.web.shared.views.errors.page_not_found"
handler500 = "firstfoot.web.shared.views.errors.server_error"
