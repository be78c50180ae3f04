"""A table with rows made anew: a column, a rule and an index more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("conversations", "0003_topics")]
    operations = [
        migrations.AddField("thread", "weight", models.IntegerField(default=7)),
        migrations.AddField("topic", "pinned", models.BooleanField(default=True)),
        migrations.AddConstraint(
            "thread", models.CheckConstraint(condition=models.Q(weight__gt=0), name="thread_weight_above_zero")
        ),
        migrations.AddIndex("thread", models.Index(fields=["weight"], name="thread_weight")),
    ]
