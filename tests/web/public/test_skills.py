"""Suggestions while somebody types a skill."""

from django.urls import reverse

URL = reverse("public:skill_suggestions")


def test_names_that_begin_so_with_one_query(client, db, django_assert_num_queries):
    with django_assert_num_queries(1):
        answer = client.get(URL, {"q": "postg"})

    assert answer.json()["skills"][0] == "PostgreSQL"
    assert answer["Cache-Control"] == "public, max-age=300"


def test_nothing_for_nothing(client, db):
    assert client.get(URL).json() == {"skills": []}
