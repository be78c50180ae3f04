"""Addresses of what a talent shows of their work."""

from django.urls import URLPattern, path

from firstfoot.web.talent.views import page, portfolio, resume

urlpatterns: list[URLPattern] = [
    path("portfolio/", portfolio.portfolio, name="portfolio"),
    path("resume/", resume.resume, name="resume"),
    path("resume/import/", resume.resume_import, name="resume_import"),
    path("resume/resume.json", resume.resume_json, name="resume_json"),
    path("resume/text/", resume.resume_text, name="resume_text"),
    path("resume/<slug:look>.pdf", resume.resume_paper, name="resume_paper"),
    path("portfolio/page/", page.page, name="page"),
    path("portfolio/page/up/", page.page_up, name="page_up"),
    path("portfolio/page/down/", page.page_down, name="page_down"),
    path("portfolio/<slug:public_id>/", portfolio.portfolio_item, name="portfolio_item"),
    path("portfolio/<slug:public_id>/show/", portfolio.portfolio_show, name="portfolio_show"),
    path("portfolio/<slug:public_id>/take-back/", portfolio.portfolio_take_back, name="portfolio_take_back"),
]
