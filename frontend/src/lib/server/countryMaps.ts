import type { CountryRow, Region } from '../documents/places.ts'
import type { Shade } from './map.ts'

/** A class of the map of all countries: from so many records to so many. */
export interface CountClass {
  level: number
  from: number
  to: number
}

const LEVELS = 3

// Regions that are too wide to be neighbours of a country.
const WIDE = new Set([
  'world',
  'africa',
  'americas',
  'asia',
  'europe',
  'oceania',
  'sub-saharan-africa',
  'latin-america-and-the-caribbean',
])

/** Parts the countries with records into at most three classes of about equal size. */
export function countryShades(countries: readonly CountryRow[]): { shades: Shade[]; classes: CountClass[] } {
  const filled = countries
    .filter(({ recordCount }) => recordCount > 0)
    .sort((a, b) => a.recordCount - b.recordCount)
  const counts = [...new Set(filled.map(({ recordCount }) => recordCount))]
  const size = Math.ceil(counts.length / LEVELS)
  const shades: Shade[] = []
  const classes: CountClass[] = []
  for (let level = 1; (level - 1) * size < counts.length; level += 1) {
    const within = counts.slice((level - 1) * size, level * size)
    const codes = filled.filter(({ recordCount }) => within.includes(recordCount)).map(({ m49 }) => m49)
    shades.push({ name: `some some-${level}`, codes })
    classes.push({ level, from: within[0] ?? 0, to: within.at(-1) ?? 0 })
  }
  return { shades, classes }
}

/** The narrowest geographical region of a country, whose other members are its neighbours. */
export function nearRegion<Place extends { kind: string; slug: string }>(
  regions: readonly Place[],
): Place | undefined {
  return regions.find(({ kind, slug }) => kind === 'REGION' && !WIDE.has(slug) && !slug.startsWith('cbd-'))
}

/** The map of one country among those of its region. */
export function neighbourShades(country: { m49: string }, region: Region | null): Shade[] {
  const near = (region?.members ?? []).map(({ m49 }) => m49).filter((code) => code && code !== country.m49)
  return [
    { name: 'near', codes: near },
    { name: 'here', codes: [country.m49], isRinged: true },
  ]
}
