import { error, redirect } from '@sveltejs/kit'
import { CountryDocument, RegionDocument, type Country, type Region } from '#lib/documents/places.ts'
import type { Locale } from '#lib/locales.ts'
import { cachePage } from '#lib/server/caching.ts'
import { nearRegion, neighbourShades } from '#lib/server/countryMaps.ts'
import { query } from '#lib/server/hub.ts'
import { drawMap } from '#lib/server/map.ts'
import { shelvesFor } from '#lib/server/shelves.ts'
import { placePath } from '#lib/urls.ts'
import type { PageServerLoad } from './$types'

async function regionOf(country: Country, locale: Locale): Promise<Region | null> {
  const near = nearRegion(country.regions)
  if (!near) return null
  const { place } = await query(RegionDocument, { identifier: near.identifier, locale }, locale)
  return place
}

export const load: PageServerLoad = async ({ locals: { locale }, params: { iso2 }, setHeaders }) => {
  if (iso2 !== iso2.toLowerCase()) redirect(301, `/${locale}/countries/${iso2.toLowerCase()}`)
  const { place: country } = await query(CountryDocument, { identifier: iso2, locale }, locale)
  if (!country) error(404, 'Not found')
  if (country.kind !== 'COUNTRY') redirect(301, placePath(locale, country))
  const [region, shelves] = await Promise.all([
    regionOf(country, locale),
    shelvesFor({ places: [country.slug] }, locale),
  ])
  cachePage(setHeaders)
  return { country, region, drawing: drawMap(neighbourShades(country, region)), ...shelves }
}
