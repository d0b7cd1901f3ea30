import uuid

import django.db.models.deletion
from django.db import migrations, models


def take_the_language_of_the_case_study(apps, schema_editor):
    uses = apps.get_model("knowledge", "CaseStudyBuildingBlock")
    for use in uses.objects.select_related("case_study").iterator():
        use.translation_key = uuid.uuid4()
        use.locale_id = use.case_study.locale_id
        use.save(update_fields=["translation_key", "locale_id"])


class Migration(migrations.Migration):

    dependencies = [
        ("knowledge", "0002_the_desk"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.AddField(
            model_name="casestudybuildingblock",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AddField(
            model_name="casestudybuildingblock",
            name="translation_key",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.RunPython(take_the_language_of_the_case_study, migrations.RunPython.noop),
    ]
