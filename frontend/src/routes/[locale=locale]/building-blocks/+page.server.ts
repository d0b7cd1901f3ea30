import { BuildingBlocksDocument } from '#lib/documents/buildingBlocks.ts'
import { parsePosition } from '#lib/filters.ts'
import { cachePage } from '#lib/server/caching.ts'
import { query } from '#lib/server/hub.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { locale }, url, setHeaders }) => {
  const variables = { locale, ...parsePosition(url.searchParams) }
  const { buildingBlocks } = await query(BuildingBlocksDocument, variables, locale)
  cachePage(setHeaders)
  return { buildingBlocks }
}
