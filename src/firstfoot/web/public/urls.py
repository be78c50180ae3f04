"""Addresses of the pages open to all."""

from django.urls import path

from firstfoot.web.public.views import (
    feed,
    home,
    invited,
    organization,
    pages,
    project,
    projects,
    proofread,
    questions,
    report,
    searches,
    sitemap,
    starters,
    topics,
)

app_name = "public"
urlpatterns = [
    path("", home.home, name="home"),
    path("projects/", projects.projects, name="projects"),
    path("projects/feed.atom", feed.feed, name="feed"),
    path("searches/", searches.searches, name="searches"),
    path("searches/save/", searches.save, name="search_save"),
    path("searches/stop/<str:token>/", searches.search_stop, name="search_stop"),
    path("searches/<slug:public_id>/", searches.search, name="search"),
    path("searches/<slug:public_id>/change/", searches.change, name="search_change"),
    path("searches/<slug:public_id>/delete/", searches.delete, name="search_delete"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap.section, name="sitemap_of"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("projects/in/<slug:category>/", topics.category, name="category"),
    path("projects/with/<slug:skill>/", topics.skill, name="skill"),
    path("projects/<slug:public_id>/", project.project, name="project"),
    path("projects/<slug:public_id>/report/", report.report, name="project_report"),
    path("projects/<slug:public_id>/brief.pdf", project.project_pdf, name="project_pdf"),
    path("proofread/<slug:token>/", proofread.proofread, name="proofread"),
    path("projects/<slug:public_id>/ask/", questions.project_ask, name="project_ask"),
    path("projects/<slug:public_id>/ask/take-back/", questions.question_take_back, name="question_take_back"),
    path("invited/<str:token>/", invited.invited, name="invited"),
    path("organizations/<slug:public_id>/", organization.organization, name="organization"),
    path("templates/", starters.starters, name="starters"),
    path("templates/<slug:code>/", starters.starter, name="starter"),
    path("example/", pages.example, name="example"),
    path("for-hosts/", pages.for_hosts, name="for_hosts"),
    path("how-it-works/", pages.how_it_works, name="how_it_works"),
    path("terms/", pages.terms, name="terms"),
    path("privacy/", pages.privacy, name="privacy"),
    path("help/", pages.help_page, name="help"),
]
