"""Two pages of allauth that one page of ours replaces; the names stay, since allauth leads there."""

from django.urls import path

from firstfoot.web.people.views import security

urlpatterns = [
    path("2fa/", security.lead_here, name="mfa_index"),
    path("2fa/webauthn/", security.lead_here, name="mfa_list_webauthn"),
]
