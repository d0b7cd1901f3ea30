import { isLocale, type Locale } from './locales.ts'

interface Named {
  reference: string
  slug: string
}

interface ConceptAddress {
  identifier: string
  scheme: { identifier: string }
}

interface PlaceAddress {
  slug: string
  kind: string
  iso2: string
}

const REFERENCE = /^[0-9A-Za-z]{12}$/
const TARGET = /^GBF-TARGET-(\d{2})$/
const LAST_TARGET = 23

/** Vocabularies that the list of records has a filter of its own for. */
const FILTERED_SCHEMES: Record<string, string> = {
  languages: 'language',
  audiences: 'audience',
  'expertise-levels': 'level',
  licences: 'licence',
}

// Letters of any script may stand in a page's links as they are, which is shorter by far.
const NOT_PLAIN = /[^\p{L}\p{N}\p{M}._~-]/gu

function named(section: string, locale: Locale, { reference, slug }: Named): string {
  const name = slug ? `${reference}-${slug.replace(NOT_PLAIN, encodeURIComponent)}` : reference
  return `/${locale}/${section}/${name}`
}

export function recordPath(locale: Locale, record: Named): string {
  return named('records', locale, record)
}

export function buildingBlockPath(locale: Locale, block: Named): string {
  return named('building-blocks', locale, block)
}

export function organisationPath(locale: Locale, organisation: { slug: string }): string {
  return `/${locale}/organisations/${encodeURIComponent(organisation.slug)}`
}

/** The address of a concept: its own page for targets and subjects, otherwise the records that carry it. */
export function conceptPath(locale: Locale, { identifier, scheme }: ConceptAddress): string {
  const target = targetNumber(identifier)
  if (target) return `/${locale}/targets/${target}`
  if (scheme.identifier === 'subjects') return `/${locale}/subjects/${encodeURIComponent(identifier)}`
  const parameter = FILTERED_SCHEMES[scheme.identifier] ?? 'concept'
  return `/${locale}/records?${parameter}=${encodeURIComponent(identifier)}`
}

/** The address of a place: its own page for a country, otherwise the records about the region. */
export function placePath(locale: Locale, { kind, iso2, slug }: PlaceAddress): string {
  if (kind === 'COUNTRY') return `/${locale}/countries/${encodeURIComponent((iso2 || slug).toLowerCase())}`
  return `/${locale}/records?place=${encodeURIComponent(slug)}`
}

/** Splits "{reference}-{slug}"; null when it begins with no reference. */
export function splitNamed(segment: string): Named | null {
  const dash = segment.indexOf('-')
  const reference = dash < 0 ? segment : segment.slice(0, dash)
  if (!REFERENCE.test(reference)) return null
  return { reference, slug: dash < 0 ? '' : segment.slice(dash + 1) }
}

/** 6 for GBF-TARGET-06; null for anything else. */
export function targetNumber(identifier: string): number | null {
  const match = TARGET.exec(identifier)
  return match ? Number(match[1]) : null
}

/** GBF-TARGET-06 for "6"; null for anything that is no number from 1 to 23. */
export function targetIdentifier(number: string): string | null {
  if (!/^[1-9]\d?$/.test(number) || Number(number) > LAST_TARGET) return null
  return `GBF-TARGET-${number.padStart(2, '0')}`
}

/** The group (1, 2 or 3) a target stands in: 1-8, 9-13, 14-23. */
export function targetGroup(number: number): 1 | 2 | 3 {
  if (number <= 8) return 1
  return number <= 13 ? 2 : 3
}

/** Another language's address of the same page; a place in a list is not kept, since cursors are per language. */
export function inLocale(url: URL, locale: Locale): string {
  const rest = url.pathname.replace(/^\/[^/]*/, '')
  const search = new URLSearchParams(url.search)
  search.delete('after')
  search.delete('before')
  const question = search.toString()
  return `/${locale}${rest === '/' ? '' : rest}${question ? `?${question}` : ''}`
}

/** A path as it must stand in a header. */
export function headerPath(path: string): string {
  return encodeURI(decodeURI(path))
}

/** A link from the hub within this site, in the language of the page. */
export function localUrl(url: string, locale: Locale): string | null {
  const safe = safeUrl(url)
  if (!safe?.startsWith('/') || isLocale(safe.split('/')[1])) return safe
  return `/${locale}${safe === '/' ? '' : safe}`
}

/** A link from the hub, if it is one a visitor may safely follow. */
export function safeUrl(url: string): string | null {
  if (/^\/(?!\/)/.test(url)) return url
  return /^(https?|mailto):/i.test(url) ? url : null
}
