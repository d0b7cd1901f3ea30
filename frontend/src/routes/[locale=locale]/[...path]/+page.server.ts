import { error, redirect } from '@sveltejs/kit'
import { PageDocument, RedirectDocument } from '#lib/documents/pages.ts'
import { cachePage } from '#lib/server/caching.ts'
import { query } from '#lib/server/hub.ts'
import { headerPath, localUrl } from '#lib/urls.ts'
import type { PageServerLoad } from './$types'

/** Any page the editors made, then any address that moved, then nothing. */
export const load: PageServerLoad = async ({ locals: { locale }, params, url, setHeaders }) => {
  const { page } = await query(PageDocument, { path: `/${params.path}`, locale }, locale)
  if (page?.__typename === 'ContentPage') {
    cachePage(setHeaders)
    return { content: page }
  }
  const { redirect: moved } = await query(RedirectDocument, { path: decodeURI(url.pathname) }, locale)
  const target = moved && localUrl(moved.url, locale)
  if (target) redirect(moved.isPermanent ? 301 : 302, headerPath(target))
  error(404, 'Not found')
}
