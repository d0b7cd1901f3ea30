import { DefaultHomeDocument, PageDocument } from '#lib/documents/pages.ts'
import { cachePage } from '#lib/server/caching.ts'
import { builtInHome } from '#lib/server/home.ts'
import { query } from '#lib/server/hub.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { locale }, setHeaders }) => {
  cachePage(setHeaders)
  const { page } = await query(PageDocument, { path: '/', locale }, locale)
  if (page?.__typename === 'HomePage' && page.blocks.length > 0)
    return {
      title: page.title,
      tabTitle: page.seoTitle || page.title,
      description: page.seoDescription,
      blocks: page.blocks,
    }
  return builtInHome(await query(DefaultHomeDocument, { locale }, locale), locale)
}
