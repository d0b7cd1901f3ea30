/** The six languages of the hub, in the order of their own names. */
export const LOCALES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const

export type Locale = (typeof LOCALES)[number]
export type Direction = 'ltr' | 'rtl'

export const DEFAULT_LOCALE: Locale = 'en'

export const LOCALE_NAMES: Record<Locale, string> = {
  ar: 'العربية',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  zh: '中文',
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ckb', 'dv', 'yi'])

export function isLocale(value: string | undefined | null): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

/** The writing direction of a BCP 47 language tag. */
export function directionOf(language: string): Direction {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** Attributes for a part of the page in another language; none when it is the page's own. */
export function partLanguage(language: string, pageLocale: Locale): { lang?: string; dir?: Direction } {
  if (!language || language === pageLocale) return {}
  const dir = directionOf(language)
  return dir === directionOf(pageLocale) ? { lang: language } : { lang: language, dir }
}

/** The hub's language that serves an Accept-Language header best. */
export function negotiateLocale(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part, position) => ({ ...weighed(part), position }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position)
  for (const { language } of wanted) if (isLocale(language)) return language
  return DEFAULT_LOCALE
}

function weighed(part: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().split(';')
  const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
  const weight = quality ? Number.parseFloat(quality.trim().slice(2)) : 1
  return { language: tag.toLowerCase().split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 }
}
