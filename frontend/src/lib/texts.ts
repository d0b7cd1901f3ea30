import { IntlMessageFormat } from 'intl-messageformat'
import ar from '#messages/ar.json' with { type: 'json' }
import en from '#messages/en.json' with { type: 'json' }
import es from '#messages/es.json' with { type: 'json' }
import fr from '#messages/fr.json' with { type: 'json' }
import ru from '#messages/ru.json' with { type: 'json' }
import zh from '#messages/zh.json' with { type: 'json' }
import type { Locale } from '#lib/locales.ts'

export type MessageKey = keyof typeof en
export type MessageValues = Record<string, string | number>
export type Translate = (key: MessageKey, values?: MessageValues) => string

const CATALOGUES: Record<Locale, Record<MessageKey, string>> = { ar, en, es, fr, ru, zh }

const formats = new Map<string, IntlMessageFormat>()

const FORMATTING_TAGS: Partial<Record<Locale, string>> = { ar: 'ar-u-nu-latn', en: 'en-GB' }

/** The tag that Intl formats with: Arabic keeps the digits of target numbers; English dates are day first. */
export function formattingTag(locale: Locale): string {
  return FORMATTING_TAGS[locale] ?? locale
}

function formatOf(locale: Locale, key: MessageKey): IntlMessageFormat {
  const name = `${locale} ${key}`
  const known = formats.get(name)
  if (known) return known
  const format = new IntlMessageFormat(CATALOGUES[locale][key], formattingTag(locale), undefined, {
    ignoreTag: true,
  })
  formats.set(name, format)
  return format
}

/** The interface texts of one language: `t('records.total', { count: 3 })`. */
export function translator(locale: Locale): Translate {
  return (key, values) => String(formatOf(locale, key).format(values))
}
