"""Addresses of the host's desk and of what it pays."""

from django.urls import URLPattern, path

from firstfoot.web.hosts.views import desk, pay, supervising

urlpatterns: list[URLPattern] = [
    path("", desk.desk, name="desk"),
    path("supervising/", supervising.supervising, name="supervising"),
    path("pay/", pay.pay, name="pay"),
    path("pay/payroll/<slug:adapter>/", pay.payroll, name="pay_export"),
    path("pay/years/<int:number>.csv", pay.year, name="pay_year"),
]
