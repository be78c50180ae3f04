"""Every skill of a profile is claimed as said."""

from itertools import batched

from django.db import migrations

from firstfoot.market.skills import folded, resolve

LONGEST = 140


def claim_all(apps, schema_editor):
    profiles = apps.get_model("talent", "TalentProfile").objects.exclude(skills=[])
    claims = apps.get_model("talent", "SkillClaim").objects
    found = (
        {"person_id": profile.person_id, "said_at": profile.updated_at, **row}
        for profile in profiles.only("person_id", "skills", "updated_at").iterator(500)
        for row in rows_of(profile.skills)
    )
    for rows in batched(found, 500):
        claims.bulk_create([claims.model(**row) for row in rows], ignore_conflicts=True)


def rows_of(words):
    said = {}
    for word in words:
        said.setdefault(folded(str(word)[:LONGEST])[:LONGEST], str(word)[:LONGEST])
    for position, (key, word) in enumerate(said.items()):
        yield {"words": word, "folded": key, "code": resolve(word) or "", "position": position}


class Migration(migrations.Migration):
    dependencies = [("talent", "0003_skill_claim")]

    operations = [migrations.RunPython(claim_all, migrations.RunPython.noop, elidable=True)]
