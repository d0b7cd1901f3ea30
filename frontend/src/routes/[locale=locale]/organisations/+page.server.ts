import { OrganisationsDocument } from '#lib/documents/places.ts'
import { parsePosition } from '#lib/filters.ts'
import { cachePage } from '#lib/server/caching.ts'
import { query } from '#lib/server/hub.ts'
import type { PageServerLoad } from './$types'

const PAGE_SIZE = 40

export const load: PageServerLoad = async ({ locals: { locale }, url, setHeaders }) => {
  const variables = { locale, ...parsePosition(url.searchParams, PAGE_SIZE) }
  const { organisations } = await query(OrganisationsDocument, variables, locale)
  cachePage(setHeaders)
  return { organisations }
}
