import { error } from '@sveltejs/kit'
import { OrganisationDocument } from '../documents/places.ts'
import { ConceptLabelDocument, FilterChoicesDocument, type FilterChoices } from '../documents/records.ts'
import type { Question } from '../filters.ts'
import type { Locale } from '../locales.ts'
import { formattingTag } from '../texts.ts'
import { HubUnavailable, query, request } from './hub.ts'
import { remembered } from './remembered.ts'

const SECONDS = 300

async function load(locale: Locale): Promise<FilterChoices> {
  const choices = await request(FilterChoicesDocument, { locale }, locale)
  const { compare } = new Intl.Collator(formattingTag(locale))
  const byLabel = <Item extends { label: string }>(list: readonly Item[]) =>
    [...list].sort((a, b) => compare(a.label, b.label))
  const byName = <Item extends { name: string }>(list: readonly Item[]) =>
    [...list].sort((a, b) => compare(a.name, b.name))
  return {
    ...choices,
    subjects: byLabel(choices.subjects),
    languages: byLabel(choices.languages),
    audiences: byLabel(choices.audiences),
    licences: byLabel(choices.licences),
    groups: byName(choices.groups),
    countries: byName(choices.countries),
  }
}

const kept = remembered(load, SECONDS)

/** What the filter form offers, in the order of the language's alphabet. */
export async function choicesFor(locale: Locale): Promise<FilterChoices> {
  try {
    return await kept(locale)
  } catch (cause) {
    if (!(cause instanceof HubUnavailable)) throw cause
    error(503, 'The hub does not answer.')
  }
}

async function conceptLabel(identifier: string, locale: Locale): Promise<[string, string]> {
  const { concept } = await query(ConceptLabelDocument, { identifier, locale }, locale)
  return [identifier, concept?.label ?? identifier]
}

async function organisationLabel(slug: string, locale: Locale): Promise<[string, string]> {
  const { organisation } = await query(OrganisationDocument, { slug, locale }, locale)
  return [slug, organisation?.name ?? slug]
}

/** The labels of what a link asked for and the form does not offer. */
export async function labelsFor(question: Question, locale: Locale): Promise<Map<string, string>> {
  return new Map(
    await Promise.all([
      ...question.concepts.map((identifier) => conceptLabel(identifier, locale)),
      ...question.organisations.map((slug) => organisationLabel(slug, locale)),
    ]),
  )
}
