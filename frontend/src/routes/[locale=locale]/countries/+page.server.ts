import { CountriesDocument } from '#lib/documents/places.ts'
import { cachePage } from '#lib/server/caching.ts'
import { countryShades } from '#lib/server/countryMaps.ts'
import { query } from '#lib/server/hub.ts'
import { drawMap } from '#lib/server/map.ts'
import { formattingTag } from '#lib/texts.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { locale }, setHeaders }) => {
  const { countries } = await query(CountriesDocument, { locale }, locale)
  cachePage(setHeaders)
  const { compare } = new Intl.Collator(formattingTag(locale))
  const { shades, classes } = countryShades(countries)
  return {
    countries: [...countries].sort((a, b) => compare(a.name, b.name)),
    drawing: drawMap(shades),
    classes,
  }
}
