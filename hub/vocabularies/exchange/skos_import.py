"""Reads SKOS (https://www.w3.org/TR/skos-reference/) in any serialisation that rdflib knows."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.sax import SAXParseException

from rdflib import DCTERMS, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node
from rdflib.util import guess_format

from ..enums import MappingKind
from .data import Bundle, ConceptData, Rejection, SchemeData, TextLists, Texts

SKOSXL = Namespace("http://www.w3.org/2008/05/skos-xl#")
# What rdflib's parsers raise on a broken file; the last where a file ends in the middle of a statement.
UNREADABLE = (BadSyntax, ParserError, SAXParseException, SyntaxError, UnicodeDecodeError, ValueError, IndexError)
NO_LANGUAGE = "und"
# The terms of the CBD thesaurus are known here by the last part of their URN.
TERM, DOMAIN = "urn:cbd:term:", "urn:cbd:domain:"
SCHEME_NAMES = {"CBD-SUBJECTS": "subjects", "GBF-TARGETS": "gbf-targets", "GBF-GOALS": "gbf-goals"}
MAPPINGS = {
    SKOS.exactMatch: MappingKind.EXACT,
    SKOS.closeMatch: MappingKind.CLOSE,
    SKOS.broadMatch: MappingKind.BROAD,
    SKOS.narrowMatch: MappingKind.NARROW,
    SKOS.relatedMatch: MappingKind.RELATED,
}


class SkosError(ValueError):
    """The file is not SKOS that can be loaded; the message says where and why."""


def read_skos(path: Path) -> Bundle:
    """Read the concepts of the file at `path`.

    Raises `SkosError` when it cannot be parsed or holds no concept. Single faults (two preferred labels in one
    language, a concept without a label) are in the bundle's `rejected`, and the rest is read.
    """
    graph = _parse(path)
    concepts = sorted(_concepts(graph))
    if not concepts:
        raise SkosError(f"{path.name} holds no skos:Concept: nothing to load.")
    bundle = Bundle(source=f"skos:{path.stem}")
    schemes: dict[str, SchemeData] = {}
    for concept in concepts:
        scheme = _scheme(graph, concept, path)
        schemes.setdefault(scheme.identifier, scheme)
        bundle.concepts.append(_concept(graph, concept, scheme.identifier, bundle))
    bundle.schemes += schemes.values()
    return bundle


def _parse(path: Path) -> Graph:
    try:
        return Graph().parse(path, format=guess_format(str(path)) or "turtle")
    except FileNotFoundError:
        raise SkosError(f"There is no file {path}.") from None
    except UNREADABLE as error:
        first = next((line for line in str(error).splitlines() if line.strip()), type(error).__name__)
        raise SkosError(f"{path.name} cannot be read as RDF: {first}") from error


def _concepts(graph: Graph) -> set[URIRef]:
    """What is declared a concept, and what stands in the hierarchy without being declared (SKOS S19-S21)."""
    typed = set(graph.subjects(RDF.type, SKOS.Concept))
    return {node for node in typed if isinstance(node, URIRef)}


def _scheme(graph: Graph, concept: URIRef, path: Path) -> SchemeData:
    declared = [*graph.objects(concept, SKOS.inScheme), *graph.objects(concept, SKOS.topConceptOf)]
    uris = sorted(str(node) for node in declared if isinstance(node, URIRef))
    if not uris:
        return SchemeData(identifier=path.stem, titles={"en": path.stem}, source=path.name)
    uri = uris[0]
    name = uri.removeprefix(DOMAIN)
    declared_name = str(graph.value(URIRef(uri), DCTERMS.identifier) or name)
    identifier = SCHEME_NAMES.get(declared_name, declared_name)[:200]
    titles: Texts = {}
    for predicate in (DCTERMS.title, SKOS.prefLabel, RDFS.label):
        titles = titles or {_tag(text): str(text) for text in _literals(graph, URIRef(uri), predicate)}
    return SchemeData(identifier=identifier, titles=titles or {"en": name}, uri=uri[:500], source=path.name)


def _concept(graph: Graph, concept: URIRef, scheme: str, bundle: Bundle) -> ConceptData:
    identifier = identifier_of(graph, concept)
    labels, surplus = _preferred(graph, concept)
    for tag, texts in surplus.items():
        reason = f"only one preferred label a language is allowed (SKOS S14); kept as alternative in {tag}"
        bundle.rejected.append(Rejection(what=f"label of {identifier}", reason=f"{', '.join(texts)}: {reason}"))
    alternatives = _alternatives(graph, concept, labels, surplus)
    return ConceptData(
        identifier=identifier,
        scheme=scheme,
        labels=labels,
        alternative_labels=alternatives,
        definitions=_first_texts(graph, concept, SKOS.definition) or _first_texts(graph, concept, SKOS.scopeNote),
        notation=next(iter(sorted(str(text) for text in _literals(graph, concept, SKOS.notation))), "")[:100],
        uri=str(concept)[:500],
        broader=sorted(_broader(graph, concept)),
        related=sorted(identifier_of(graph, node) for node in _uris(graph.objects(concept, SKOS.related))),
        mappings=sorted(_mappings(graph, concept)),
    )


def identifier_of(graph: Graph, concept: URIRef) -> str:
    """The stable identifier: dcterms:identifier where given, the CBD's own name, else the whole URI."""
    declared = sorted(str(text) for text in _literals(graph, concept, DCTERMS.identifier))
    return declared[0] if declared else unquote(str(concept).removeprefix(TERM))


def _preferred(graph: Graph, concept: URIRef) -> tuple[Texts, TextLists]:
    labels: Texts = {}
    surplus: TextLists = {}
    for tag, text in _label_pairs(graph, concept, "prefLabel"):
        if tag in labels and labels[tag] != text:
            surplus.setdefault(tag, []).append(text)
        labels.setdefault(tag, text)
    return labels, surplus


def _alternatives(graph: Graph, concept: URIRef, labels: Texts, surplus: TextLists) -> TextLists:
    """Alternative and hidden labels; what is a preferred label too is left out (SKOS S13)."""
    found = {tag: list(texts) for tag, texts in surplus.items()}
    for name in ("altLabel", "hiddenLabel"):
        for tag, text in _label_pairs(graph, concept, name):
            if text != labels.get(tag) and text not in found.get(tag, []):
                found.setdefault(tag, []).append(text)
    return found


def _label_pairs(graph: Graph, concept: URIRef, name: str) -> list[tuple[str, str]]:
    plain = list(_literals(graph, concept, SKOS[name]))
    for label in graph.objects(concept, SKOSXL[name]):
        plain += _literals(graph, label, SKOSXL.literalForm)
    return sorted({(_tag(text), " ".join(str(text).split())) for text in plain if str(text).strip()})


def _first_texts(graph: Graph, concept: URIRef, predicate: URIRef) -> Texts:
    texts: Texts = {}
    for value in sorted(graph.objects(concept, predicate), key=str):
        for text in [value] if isinstance(value, Literal) else _literals(graph, value, RDF.value):
            texts.setdefault(_tag(text), str(text).strip())
    return {tag: text for tag, text in texts.items() if text}


def _broader(graph: Graph, concept: URIRef) -> set[str]:
    nodes = {*graph.objects(concept, SKOS.broader), *graph.subjects(SKOS.narrower, concept)}
    return {identifier_of(graph, node) for node in _uris(nodes)}


def _mappings(graph: Graph, concept: URIRef) -> Iterator[tuple[MappingKind, str]]:
    for predicate, kind in MAPPINGS.items():
        for node in _uris(graph.objects(concept, predicate)):
            yield kind, identifier_of(graph, node)


def _uris(nodes: "Iterator[Node] | set[Node]") -> list[URIRef]:
    return [node for node in nodes if isinstance(node, URIRef)]


def _literals(graph: Graph, subject: Node, predicate: URIRef) -> list[Literal]:
    return [node for node in graph.objects(subject, predicate) if isinstance(node, Literal)]


def _tag(text: Literal) -> str:
    return text.language or NO_LANGUAGE
