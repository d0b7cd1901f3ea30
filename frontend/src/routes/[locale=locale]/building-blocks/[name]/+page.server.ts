import { error, redirect } from '@sveltejs/kit'
import { BuildingBlockDocument } from '#lib/documents/buildingBlocks.ts'
import { cachePage } from '#lib/server/caching.ts'
import { query } from '#lib/server/hub.ts'
import { headerPath, buildingBlockPath, splitNamed } from '#lib/urls.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { locale }, params, setHeaders }) => {
  const named = splitNamed(params.name)
  if (!named) error(404, 'Not found')
  const { buildingBlock } = await query(BuildingBlockDocument, { reference: named.reference, locale }, locale)
  if (!buildingBlock) error(404, 'Not found')
  if (buildingBlock.slug !== named.slug) redirect(301, headerPath(buildingBlockPath(locale, buildingBlock)))
  cachePage(setHeaders)
  return { block: buildingBlock }
}
