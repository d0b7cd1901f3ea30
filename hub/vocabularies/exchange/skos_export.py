"""Writes vocabularies as SKOS, so that whoever imports them elsewhere loses nothing."""

from urllib.parse import quote

from django.conf import settings
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef

from ..enums import MappingKind
from ..models import Concept, Scheme

NO_LANGUAGE = "und"
PREDICATES = {
    MappingKind.EXACT: SKOS.exactMatch,
    MappingKind.CLOSE: SKOS.closeMatch,
    MappingKind.BROAD: SKOS.broadMatch,
    MappingKind.NARROW: SKOS.narrowMatch,
    MappingKind.RELATED: SKOS.relatedMatch,
}


def export_skos(identifiers: list[str]) -> Graph:
    """The schemes with these identifiers (all, when the list is empty) as a graph.

    Raises `Scheme.DoesNotExist` naming the first identifier that is not there.
    """
    schemes = Scheme.objects.filter(identifier__in=identifiers) if identifiers else Scheme.objects.all()
    missing = set(identifiers) - {scheme.identifier for scheme in schemes}
    if missing:
        raise Scheme.DoesNotExist(f"There is no vocabulary {sorted(missing)[0]!r}.")
    graph = Graph()
    graph.bind("skos", SKOS)
    graph.bind("dcterms", DCTERMS)
    for scheme in schemes:
        _add_scheme(graph, scheme)
    concepts = Concept.objects.filter(scheme__in=schemes).select_related("scheme")
    for concept in concepts.prefetch_related("broader", "related", "mappings__target"):
        _add_concept(graph, concept)
    return graph


def scheme_uri(scheme: Scheme) -> URIRef:
    """The scheme's own URI, or one of this hub."""
    return URIRef(scheme.uri or f"{settings.FRONTEND_URL}/vocabularies/{quote(scheme.identifier, safe='')}")


def concept_uri(concept: Concept) -> URIRef:
    """The concept's own URI, or one of this hub."""
    return URIRef(concept.uri or f"{settings.FRONTEND_URL}/concepts/{quote(concept.identifier, safe='')}")


def _add_scheme(graph: Graph, scheme: Scheme) -> None:
    uri = scheme_uri(scheme)
    graph.add((uri, RDF.type, SKOS.ConceptScheme))
    graph.add((uri, DCTERMS.identifier, Literal(scheme.identifier)))
    for tag, text in scheme.titles.items():
        graph.add((uri, DCTERMS.title, _literal(text, tag)))


def _add_concept(graph: Graph, concept: Concept) -> None:
    uri = concept_uri(concept)
    graph.add((uri, RDF.type, SKOS.Concept))
    graph.add((uri, SKOS.inScheme, scheme_uri(concept.scheme)))
    graph.add((uri, DCTERMS.identifier, Literal(concept.identifier)))
    if concept.notation:
        graph.add((uri, SKOS.notation, Literal(concept.notation)))
    for tag, text in concept.labels.items():
        graph.add((uri, SKOS.prefLabel, _literal(text, tag)))
    for tag, texts in concept.alternative_labels.items():
        for text in texts:
            graph.add((uri, SKOS.altLabel, _literal(text, tag)))
    for tag, text in concept.definitions.items():
        graph.add((uri, SKOS.definition, _literal(text, tag)))
    _add_links(graph, concept, uri)


def _add_links(graph: Graph, concept: Concept, uri: URIRef) -> None:
    broader = list(concept.broader.all())
    for other in broader:
        graph.add((uri, SKOS.broader, concept_uri(other)))
    if not broader:
        graph.add((uri, SKOS.topConceptOf, scheme_uri(concept.scheme)))
    for other in concept.related.all():
        graph.add((uri, SKOS.related, concept_uri(other)))
    for mapping in concept.mappings.all():
        target = concept_uri(mapping.target) if mapping.target else URIRef(mapping.target_uri)
        graph.add((uri, PREDICATES[MappingKind(mapping.kind)], target))


def _literal(text: str, tag: str) -> Literal:
    return Literal(text) if tag == NO_LANGUAGE else Literal(text, lang=tag)
