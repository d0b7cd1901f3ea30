import { error } from '@sveltejs/kit'
import { ConceptDocument } from '#lib/documents/concepts.ts'
import { cachePage } from '#lib/server/caching.ts'
import { query } from '#lib/server/hub.ts'
import { shelvesFor } from '#lib/server/shelves.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { locale }, params: { identifier }, setHeaders }) => {
  const { concept } = await query(ConceptDocument, { identifier, locale }, locale)
  if (concept?.scheme.identifier !== 'subjects') error(404, 'Not found')
  const shelves = await shelvesFor({ subjects: [concept.identifier] }, locale)
  cachePage(setHeaders)
  return { concept, ...shelves }
}
