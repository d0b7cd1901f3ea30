import { SubjectsDocument } from '#lib/documents/concepts.ts'
import { cachePage } from '#lib/server/caching.ts'
import { query } from '#lib/server/hub.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { locale }, setHeaders }) => {
  const { subjects } = await query(SubjectsDocument, { locale }, locale)
  cachePage(setHeaders)
  return { subjects }
}
