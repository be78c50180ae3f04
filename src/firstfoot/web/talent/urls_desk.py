"""Addresses of the talent's desk, of the list that is made for them, and of their pay."""

from django.urls import URLPattern, path

from firstfoot.web.talent.views import be_found, came_of, desk, figures, for_you, pay, test_drive

urlpatterns: list[URLPattern] = [
    path("", desk.desk, name="desk"),
    path("for-you/", for_you.for_you, name="for_you"),
    path("for-you/make/", for_you.for_you_make, name="for_you_make"),
    path("be-found/", be_found.be_found, name="be_found"),
    path("figures/", figures.figures, name="figures"),
    path("figures/projects.<slug:kind>", figures.figures_file, name="figures_file"),
    path("test-drive/", test_drive.test_drive, name="test_drive"),
    path("test-drive/<slug:public_id>/", test_drive.suited_me, name="suited_me"),
    path("what-came-of-it/<slug:public_id>/", came_of.came_of, name="came_of"),
    path("pay/", pay.pay, name="pay"),
    path("pay/years/<int:number>.csv", pay.year, name="pay_year"),
    path("fit/<slug:public_id>/", for_you.fit, name="fit"),
]
