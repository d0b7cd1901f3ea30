import { error } from '@sveltejs/kit'
import { PreviewDocument } from '#lib/documents/preview.ts'
import { query } from '#lib/server/hub.ts'
import type { PageServerLoad } from './$types'

const LONGEST_TOKEN = 200

/** The draft behind a token that the admin handed out; never kept anywhere. */
export const load: PageServerLoad = async ({ locals: { locale }, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
  const token = url.searchParams.get('token') ?? ''
  if (!token || token.length > LONGEST_TOKEN) error(404, 'Not found')
  const { preview } = await query(PreviewDocument, { token }, locale)
  if (!preview) error(410, 'Expired')
  return { preview }
}
