import { ORIGIN } from '$app/env/private'
import type { MenuItem } from '#lib/documents/pages.ts'
import type { Locale } from '#lib/locales.ts'
import { shellFor } from '#lib/server/menus.ts'
import type { LayoutServerLoad } from './$types'

interface LayoutData {
  locale: Locale
  origin: string
  main: MenuItem[]
  footer: MenuItem[]
}

export const load: LayoutServerLoad = async ({ locals: { locale }, url }): Promise<LayoutData> => ({
  locale,
  origin: ORIGIN || url.origin,
  ...(await shellFor(locale)),
})
