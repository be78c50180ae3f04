"""A new table with a key to an old one, an index, and rows made from what stands."""

import django.db.models.deletion
from django.db import migrations, models


def name_each(apps, schema_editor):
    thread, topic = (apps.get_model("conversations", name) for name in ("Thread", "Topic"))
    topic.objects.bulk_create(topic(thread=one, title=f"Topic of {one.public_id}") for one in thread.objects.all())


class Migration(migrations.Migration):
    dependencies = [("conversations", "0002_files_mentions_edits")]
    operations = [
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(primary_key=True)),
                ("title", models.CharField(max_length=80, db_index=True)),
                (
                    "thread",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="conversations.thread"),
                ),
            ],
        ),
        migrations.RunPython(name_each, migrations.RunPython.noop),
    ]
