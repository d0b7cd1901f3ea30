import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Apart from the one before, since PostgreSQL does not alter a table with rows just written."""

    dependencies = [
        ("knowledge", "0003_notes_in_every_language"),
    ]

    operations = [
        migrations.AlterField(
            model_name="casestudybuildingblock",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AlterField(
            model_name="casestudybuildingblock",
            name="translation_key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AlterUniqueTogether(
            name="casestudybuildingblock",
            unique_together={("translation_key", "locale")},
        ),
    ]
