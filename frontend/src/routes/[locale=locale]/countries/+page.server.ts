import { CountriesDocument } from '#lib/documents/places.ts'
import { cachePage } from '#lib/server/caching.ts'
import { countryShades } from '#lib/server/countryMaps.ts'
import { query } from '#lib/server/hub.ts'
import { drawFullMap } from '#lib/server/map.ts'
import { formattingTag } from '#lib/texts.ts'
import { worldwideCount } from '#lib/worldwide.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { locale }, setHeaders }) => {
  const answer = await query(CountriesDocument, { locale }, locale)
  const worldwide = worldwideCount(answer.countries)
  const countries = answer.countries.map((country) => ({
    ...country,
    recordCount: country.recordCount - worldwide,
  }))
  cachePage(setHeaders)
  const { compare } = new Intl.Collator(formattingTag(locale))
  const { shades, classes } = countryShades(countries)
  return {
    countries: [...countries].sort((a, b) => compare(a.name, b.name)),
    drawing: drawFullMap(shades),
    classes,
    worldwide,
  }
}
