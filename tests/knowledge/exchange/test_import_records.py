from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from knowledge.models import Record

from .feeds import faolex, imported, law

pytestmark = pytest.mark.django_db


def run(*arguments: object) -> list[str]:
    output = StringIO()
    call_command("import_records", *map(str, arguments), stdout=output)
    return output.getvalue().splitlines()


@pytest.mark.parametrize(("option", "live"), [("--publish", True), ("--drafts", False), (None, False)])
def test_records_arrive_as_the_option_says(words, tmp_path, option, live):
    feed = faolex(tmp_path / "feed.xml", law())

    lines = run("faolex", feed, *([option] if option else []))

    record = imported("LEX-1")
    assert lines[0] == "1 new, 0 changed, 0 unchanged, 0 relations added"
    assert (record.live, record.first_published_at is not None) == (live, live)


def test_a_dry_run_says_that_it_is_one(words, tmp_path):
    lines = run("faolex", faolex(tmp_path / "feed.xml", law()), "--dry-run")

    assert lines[:2] == [
        "A dry run: nothing was written. It would have been:",
        "1 new, 0 changed, 0 unchanged, 0 relations added",
    ]
    assert Record.objects.count() == 0


def test_what_is_not_there_is_refused_in_a_sentence(db, tmp_path):
    with pytest.raises(CommandError, match="There is no file"):
        run("faolex", tmp_path / "none.xml")
    with pytest.raises(CommandError, match="invalid choice"):
        run("elsewhere", tmp_path)
