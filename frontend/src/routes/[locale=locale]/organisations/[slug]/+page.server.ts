import { error } from '@sveltejs/kit'
import { OrganisationDocument } from '#lib/documents/places.ts'
import { cachePage } from '#lib/server/caching.ts'
import { query } from '#lib/server/hub.ts'
import { shelvesFor } from '#lib/server/shelves.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { locale }, params: { slug }, setHeaders }) => {
  const { organisation } = await query(OrganisationDocument, { slug, locale }, locale)
  if (!organisation) error(404, 'Not found')
  const shelves = await shelvesFor({ organisations: [organisation.slug] }, locale)
  cachePage(setHeaders)
  return { organisation, ...shelves }
}
