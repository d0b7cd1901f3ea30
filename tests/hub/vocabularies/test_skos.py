"""SKOS in and out."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from rdflib import SKOS, Graph

from hub.vocabularies.closure import rebuild_concept_closure
from hub.vocabularies.models import Concept, ConceptMapping, Scheme

pytestmark = pytest.mark.django_db
RECORDED = Path(__file__).resolve().parents[4] / "shared" / "data" / "skos"
recorded = pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded SKOS files are not beside the project")
PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix ex: <http://example.org/> .
"""


def edge_cases() -> dict[str, str]:
    path = RECORDED / "skosmos-edge-case-vocabularies.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


@pytest.fixture
def load(tmp_path):
    """Import Turtle and answer with the report."""

    def run(turtle: str, name: str = "test.ttl") -> str:
        path = tmp_path / name
        path.write_text(PREFIXES + turtle, encoding="utf-8")
        out = StringIO()
        call_command("import_skos", str(path), stdout=out)
        return out.getvalue()

    return run


def export(*schemes: str) -> str:
    out = StringIO()
    call_command("export_skos", *schemes, stdout=out)
    return out.getvalue()


@recorded
@pytest.mark.feature("K5")
def test_111_concepts_in_80_languages_load():
    out = StringIO()
    call_command("import_skos", str(RECORDED / "cbd-subjects-gbf-80-languages.ttl"), stdout=out)

    assert "concepts: 111 new" in out.getvalue()
    concept = Concept.objects.get(identifier="CBD-SUBJECT-IAS")
    assert len(concept.labels) >= 75
    assert concept.scheme.identifier == "subjects"


@recorded
@pytest.mark.feature("K5")
@pytest.mark.parametrize("name", sorted(edge_cases()))
def test_every_odd_vocabulary_loads_or_is_refused_in_words(name, tmp_path):
    path = tmp_path / name
    path.write_text(edge_cases()[name], encoding="utf-8")

    refusal = refusal_of(str(path))

    if refusal:
        assert name in refusal
        assert Concept.objects.count() == 0
    else:
        assert Concept.objects.exists()
        assert rebuild_concept_closure() >= Concept.objects.count()


def refusal_of(path: str) -> str:
    """The words in which a file is refused; empty when it loads."""
    try:
        call_command("import_skos", path, stdout=StringIO())
    except CommandError as error:
        return str(error)
    return ""


def test_a_circle_is_cut_and_said(load):
    report = load("""ex:a a skos:Concept ; skos:prefLabel "A"@en ; skos:broader ex:b .
                     ex:b a skos:Concept ; skos:prefLabel "B"@en ; skos:broader ex:a .""")

    assert "this would close a circle" in report
    assert Concept.objects.count() == 2
    assert Concept.broader.through.objects.count() == 1


def test_a_second_preferred_label_becomes_an_alternative_and_is_said(load):
    report = load("""ex:a a skos:Concept ; skos:prefLabel "First"@en, "Second"@en .""")

    concept = Concept.objects.get()
    assert (concept.labels, concept.alternative_labels) == ({"en": "First"}, {"en": ["Second"]})
    assert "only one preferred label a language is allowed" in report


def test_labels_of_skos_xl_and_without_language_are_read(load):
    load("""ex:a a skos:Concept ; skosxl:prefLabel [ skosxl:literalForm "Ulva"@la ] ; skos:altLabel "sea lettuce" .""")

    concept = Concept.objects.get()
    assert (concept.labels, concept.alternative_labels) == ({"la": "Ulva"}, {"und": ["sea lettuce"]})


def test_narrower_said_from_above_is_broader_from_below(load):
    load("""ex:a a skos:Concept ; skos:prefLabel "A"@en ; skos:narrower ex:b .
            ex:b a skos:Concept ; skos:prefLabel "B"@en .""")

    assert Concept.objects.get(identifier="http://example.org/b").broader.get().identifier == "http://example.org/a"


def test_a_concept_without_label_is_left_out_and_the_others_go_on(load):
    report = load("""ex:a a skos:Concept . ex:b a skos:Concept ; skos:prefLabel "B"@en .""")

    assert "rejected: concept http://example.org/a: it has no label in any language" in report
    assert Concept.objects.count() == 1


@pytest.mark.parametrize("turtle", ["ex:a a skos:Concept ; ;; [", "\x00", "<>"])
def test_what_is_not_rdf_is_refused_with_the_name_of_the_file(load, turtle):
    with pytest.raises(CommandError, match=r"broken\.ttl"):
        load(turtle, "broken.ttl")

    assert Scheme.objects.count() == 0


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"There is no file .*nothing\.ttl"):
        call_command("import_skos", str(tmp_path / "nothing.ttl"))


@pytest.mark.feature("K5", "D8")
def test_what_is_exported_comes_back_the_same(tmp_path):
    call_command("load_vocabularies", stdout=StringIO())
    columns = ("identifier", "notation", "labels", "alternative_labels", "definitions", "scheme__identifier")
    before = list(Concept.objects.order_by("identifier").values_list(*columns))
    links = sorted(Concept.broader.through.objects.values_list("from_concept__identifier", "to_concept__identifier"))
    mappings = sorted(ConceptMapping.objects.values_list("concept__identifier", "kind", "target__identifier"))
    path = tmp_path / "all.ttl"
    call_command("export_skos", output=path)
    Concept.objects.all().delete()
    Scheme.objects.all().delete()

    call_command("import_skos", str(path), stdout=StringIO())

    after = list(Concept.objects.order_by("identifier").values_list(*columns))
    assert [_sorted(row) for row in after] == [_sorted(row) for row in before]
    assert links == sorted(
        Concept.broader.through.objects.values_list("from_concept__identifier", "to_concept__identifier")
    )
    assert mappings == sorted(ConceptMapping.objects.values_list("concept__identifier", "kind", "target__identifier"))


def _sorted(row):
    return [
        {tag: sorted(texts) if isinstance(texts, list) else texts for tag, texts in value.items()}
        if isinstance(value, dict)
        else value
        for value in row
    ]


def test_one_scheme_alone_is_exported(load):
    load("""ex:s a skos:ConceptScheme . ex:a a skos:Concept ; skos:inScheme ex:s ; skos:prefLabel "A"@en .""")

    graph = Graph().parse(data=export("http://example.org/s"))
    assert set(graph.objects(None, SKOS.prefLabel)) == {*graph.objects(None, SKOS.prefLabel)}
    assert len(set(graph.subjects(SKOS.inScheme))) == 1


def test_an_unknown_scheme_is_refused():
    with pytest.raises(CommandError, match="There is no vocabulary 'nothing'"):
        export("nothing")
