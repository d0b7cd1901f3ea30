import { error } from '@sveltejs/kit'
import { ConceptDocument } from '#lib/documents/concepts.ts'
import { cachePage } from '#lib/server/caching.ts'
import { query } from '#lib/server/hub.ts'
import { shelvesFor } from '#lib/server/shelves.ts'
import { targetIdentifier } from '#lib/urls.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { locale }, params, setHeaders }) => {
  const identifier = targetIdentifier(params.number)
  if (!identifier) error(404, 'Not found')
  const [{ concept }, shelves] = await Promise.all([
    query(ConceptDocument, { identifier, locale }, locale),
    shelvesFor({ targets: [identifier] }, locale),
  ])
  if (!concept) error(404, 'Not found')
  cachePage(setHeaders)
  return { number: Number(params.number), concept, ...shelves }
}
