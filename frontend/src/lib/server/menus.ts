import { ShellDocument, type MenuItem } from '../documents/pages.ts'
import type { Locale } from '../locales.ts'
import { translator } from '../texts.ts'
import { localUrl } from '../urls.ts'
import { HubUnavailable, request } from './hub.ts'
import { remembered } from './remembered.ts'

const SECONDS = 60

const BUILT_IN = ['records', 'targets', 'subjects', 'countries', 'buildingBlocks', 'organisations'] as const

const PATHS: Record<(typeof BUILT_IN)[number], string> = {
  records: 'records',
  targets: 'targets',
  subjects: 'subjects',
  countries: 'countries',
  buildingBlocks: 'building-blocks',
  organisations: 'organisations',
}

const menus = remembered((locale: Locale) => request(ShellDocument, { locale }, locale), SECONDS)

function builtIn(locale: Locale): MenuItem[] {
  const t = translator(locale)
  return BUILT_IN.map((name) => ({ label: t(`nav.${name}`), url: `/${locale}/${PATHS[name]}` }))
}

function orBuiltIn(items: readonly MenuItem[], locale: Locale): MenuItem[] {
  const usable = items.flatMap(({ label, url }) => {
    const local = localUrl(url, locale)
    return local ? [{ label, url: local }] : []
  })
  return usable.length > 0 ? usable : builtIn(locale)
}

/** The menus of the hub, or those built in while it has none or does not answer. */
export async function shellFor(locale: Locale): Promise<{ main: MenuItem[]; footer: MenuItem[] }> {
  try {
    const { main, footer } = await menus(locale)
    return { main: orBuiltIn(main, locale), footer: orBuiltIn(footer, locale) }
  } catch (cause) {
    if (!(cause instanceof HubUnavailable)) throw cause
    return { main: builtIn(locale), footer: builtIn(locale) }
  }
}
