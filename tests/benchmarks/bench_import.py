"""How fast an import is beside a bare bulk insert of the same rows, and how much memory it takes.

Run it with `python -m tests.benchmarks.bench_import [N]`. Everything happens in one run on one database (SQLite in a
folder of its own unless DATABASE_URL says otherwise), so that the ratios hold on any machine.
"""

import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

COUNT = 20_000
ROUNDS = 3
KEYWORDS = 160
KEYWORDS_A_RECORD = 6
LOCALES = ("en", "fr", "es", "ar", "ru", "zh")


def write_feed(path: Path, count: int) -> None:
    """A feed like that of FAOLEX: the same fields, keywords in six languages, about six kilobytes a record."""
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="utf-8"?>\n<gsafeed><group>\n')
        file.writelines(_record(number) for number in range(count))
        file.write("</group></gsafeed>\n")


def _record(number: int) -> str:
    country = ("COL", "SGP", "DZA", "GBR", "SLV")[number % 5]
    metas = [
        ("faolexId", f"LEX-BENCH{number:06d}"),
        ("country_ISO3", country),
        ("titleOfText", f"Decree No. {number} on the use of land and the protection of the soils of the district."),
        ("serialImprint", f"Official Gazette No. {number % 400}, 16 October 2008."),
        ("typeOfTextCode", "RLM"[number % 3]),
        ("typeOfText_en", "Regulation"),
        ("subjectSelectionCode", ("AG", "LA", "FO", "WA")[number % 4]),
        ("subjectSelection_en", "Land & soil"),
        ("abstract", "The present Decree amends the one that regulates the use of unoccupied land. " * 4),
        ("recordLanguage", "E"),
        ("documentLanguage_en", "English"),
        ("year", str(1960 + number % 60)),
        ("localizedCardURL", f"http://example.org/faolex?ID=LEX-BENCH{number:06d}"),
    ]
    metas += [(f"typeOfText_{locale}", f"Regulation in {locale}") for locale in LOCALES]
    metas += [(f"geographicalArea_{locale}", f"Region in {locale}") for locale in LOCALES]
    for step in range(KEYWORDS_A_RECORD):
        word = (number * 7 + step * 13) % KEYWORDS
        metas += [(f"keyword_{locale}", f"keyword {word} {locale}") for locale in LOCALES]
        metas.append(("keywordCode", str(word)))
    lines = "".join(
        f'                <meta name="{name}" content="{text.replace("&", "&amp;")}"/>\n' for name, text in metas
    )
    return (
        f'        <record url="http://example.org/docs/{number}.pdf" action="add">\n'
        f"            <metadata>\n{lines}            </metadata>\n        </record>\n"
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("HUB_VAR_DIR", folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.dev")
        os.environ["LOG_LEVEL"] = "WARNING"
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"]}
        for command in (["migrate", "-v0"], ["load_vocabularies"]):
            subprocess.run([sys.executable, "manage.py", *command], env=environment, check=True, capture_output=True)
        import django

        django.setup()
        _measure(Path(folder), count)


def _measure(folder: Path, count: int) -> None:
    from hub.languages.actions import ensure_locales

    ensure_locales()
    feed = folder / "feed.xml"
    write_feed(feed, count)
    imported, base, every = [], [], []
    for _round in range(ROUNDS):
        imported.append(_timed(partial(_import, feed)))
        rows = _rows_of_import()
        _empty()
        base.append(_timed(partial(_insert_bare, rows[:2])))
        _empty()
        every.append(_timed(partial(_insert_bare, rows)))
        _empty()
    print(f"{count} records, best of {ROUNDS} rounds by the clock / by the processor, in seconds")
    for name, times in (("import", imported), ("base and child rows", base), (f"all {len(rows)} tables", every)):
        print(f"{name}: {_best(times, 0):.2f} / {_best(times, 1):.2f}")
    for name, times in (("the base and child rows", base), ("all its rows", every)):
        ratios = [_best(times, kind) / _best(imported, kind) for kind in (0, 1)]
        print(f"speed of the import beside a bare bulk insert of {name}: {ratios[0]:.2f} / {ratios[1]:.2f}")
    for size in (count // 4, count):
        write_feed(feed, size)
        print(f"peak of Python's memory for {size} records: {_peak(feed) / 1024 / 1024:.1f} MiB")
        _empty()


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds by the clock and by the processor: the second holds on a machine that others use too."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def _best(times: list[tuple[float, float]], kind: int) -> float:
    return min(entry[kind] for entry in times)


def _import(feed: Path) -> None:
    from knowledge.exchange.readers import READERS
    from knowledge.exchange.store import import_records

    import_records(READERS["faolex"](feed), actor=None, publish=True)


def _peak(feed: Path) -> int:
    tracemalloc.start()
    _import(feed)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _tables() -> Iterator[type]:
    from wagtail.models import Revision

    from knowledge.models import EditionLogEntry, PolicyDocument, Provenance, Record, RecordTag, ResourceLink

    yield from (Record, PolicyDocument, Revision, EditionLogEntry, Provenance, RecordTag, ResourceLink)
    for field in Record._meta.local_many_to_many:
        if field.name != "tags":
            yield field.remote_field.through


def _rows_of_import() -> list[tuple]:
    """What the import has written, as plain values, so that the bare insert starts from nothing but values."""
    tables = []
    for model in _tables():
        # The pointers at revisions would have nothing to point at where only base and child rows are written.
        fields = [field.attname for field in model._meta.local_concrete_fields if not field.name.endswith("_revision")]
        tables.append((model, fields, list(model._base_manager.values_list(*fields))))
    return [table for table in tables if table[2]]


def _insert_bare(tables: list[tuple]) -> None:
    """Django's own way: instances and `bulk_create`, in transactions of the same size. For the table of a child, whose
    instances `bulk_create` refuses, what it does inside."""
    from django.db import transaction

    from knowledge.exchange.store import BATCH

    for model, fields, rows in tables:
        local = model._meta.local_concrete_fields
        is_child = bool(model._meta.parents)
        for start in range(0, len(rows), BATCH):
            batch = [model(**dict(zip(fields, row, strict=True))) for row in rows[start : start + BATCH]]
            with transaction.atomic():
                if is_child:
                    model._base_manager.all()._batched_insert(batch, local, batch_size=None)
                else:
                    model._base_manager.bulk_create(batch)


def _empty() -> None:
    from django.db import connection
    from django_tasks_db.models import DBTaskResult

    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for model in [*reversed(list(_tables())), DBTaskResult]:
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')


if __name__ == "__main__":
    main()
