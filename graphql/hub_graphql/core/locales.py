"""The locales of the hub in the contract."""

from enum import Enum
from typing import Any

import graphene
from django.conf import settings
from django.utils import translation

from hub.languages.chain import LAST_RESORT, LOCALES
from knowledge.enums import TranslationMethod

from .enums import enum_type

# The functional form takes the codes from the settings, where they are said once.
Locale = Enum("LocaleCode", {code: code for code in LOCALES})

with translation.override("en"):
    _NAMES = {code: str(name) + "." for code, name in settings.LANGUAGES}

LocaleCode: Any = enum_type(Locale, "A language in which the hub speaks.", _NAMES)


def locale_argument() -> graphene.Argument:
    """The argument `locale` of every root field whose answer has words in it."""
    return graphene.Argument(
        LocaleCode,
        required=True,
        default_value=Locale[LAST_RESORT],
        description="The language wanted; another stands in where it is missing, and the answer says so.",
    )


TranslationMethodType: Any = enum_type(
    TranslationMethod,
    "How a text came to be in its language.",
    {
        "ORIGINAL": "Written in it.",
        "HUMAN": "Translated by a person.",
        "MACHINE": "Translated by a machine, unchecked.",
        "MACHINE_REVIEWED": "Translated by a machine and reviewed by a person.",
    },
)


class LanguageNotice(graphene.ObjectType):
    """Which language was asked for, which is served, and how the text came to be in it."""

    locale_requested = graphene.Field(LocaleCode, required=True, description="The language asked for.")
    locale_served = graphene.Field(LocaleCode, required=True, description="The language of what is served.")
    is_fallback = graphene.Boolean(required=True, description="Whether another language stands in for the one asked.")
    translation_method = graphene.Field(
        TranslationMethodType, required=True, description="How the text came to be in the language served."
    )
    is_stale = graphene.Boolean(
        required=True, description="Whether the source changed after this translation was made."
    )
    original_locale = graphene.Field(LocaleCode, required=True, description="The language it was written in.")
    available_locales = graphene.List(
        graphene.NonNull(LocaleCode), required=True, description="The languages it can be read in."
    )
