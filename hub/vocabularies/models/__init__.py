from .concept import Concept, ConceptClosure, ConceptMapping, Scheme
from .place import Place, PlaceClosure

__all__ = ["Concept", "ConceptClosure", "ConceptMapping", "Place", "PlaceClosure", "Scheme"]
