from .building_block import BuildingBlock
from .edition import Edition
from .log_entry import EditionLogEntry
from .organisation import Organisation
from .provenance import Provenance
from .record import Record, RecordRelation, RecordTag, ResourceLink
from .record_types import (
    RECORD_MODELS,
    BestPractice,
    CaseStudy,
    CaseStudyBuildingBlock,
    ELearningResource,
    PolicyDocument,
    ResearchReport,
    ToolOrGuidance,
)
from .review_task import ReviewTask

__all__ = [
    "RECORD_MODELS",
    "BestPractice",
    "BuildingBlock",
    "CaseStudy",
    "CaseStudyBuildingBlock",
    "ELearningResource",
    "Edition",
    "EditionLogEntry",
    "Organisation",
    "PolicyDocument",
    "Provenance",
    "Record",
    "RecordRelation",
    "RecordTag",
    "ResearchReport",
    "ResourceLink",
    "ReviewTask",
    "ToolOrGuidance",
]
