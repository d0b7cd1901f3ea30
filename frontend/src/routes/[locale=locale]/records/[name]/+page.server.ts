import { error, redirect } from '@sveltejs/kit'
import { RecordDocument } from '#lib/documents/records.ts'
import { cachePage } from '#lib/server/caching.ts'
import { query } from '#lib/server/hub.ts'
import { headerPath, recordPath, splitNamed } from '#lib/urls.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { locale }, params, setHeaders }) => {
  const named = splitNamed(params.name)
  if (!named) error(404, 'Not found')
  const { record } = await query(RecordDocument, { reference: named.reference, locale }, locale)
  if (!record) error(404, 'Not found')
  if (record.slug !== named.slug) redirect(301, headerPath(recordPath(locale, record)))
  cachePage(setHeaders)
  return { record }
}
