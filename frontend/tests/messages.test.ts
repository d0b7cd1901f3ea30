import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '#lib/locales.ts'
import { translator } from '#lib/texts.ts'

type Catalogue = Record<string, string>
type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const ROOT = join(import.meta.dirname, '..')
const catalogues = Object.fromEntries(LOCALES.map((locale) => [locale, read(locale)])) as Record<
  Locale,
  Catalogue
>
const english = catalogues.en

function read(locale: Locale): Catalogue {
  return JSON.parse(readFileSync(join(ROOT, 'messages', `${locale}.json`), 'utf8')) as Catalogue
}

function source(): string {
  const names = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /\.(svelte|ts)$/.test(name))
    .map((name) => readFileSync(join(ROOT, 'src', name), 'utf8'))
    .join('\n')
}

/** Tells whether a key stands in the source whole, or fits a key that is put together there. */
function usage(): (key: string) => boolean {
  const text = source()
  const composed = [...text.matchAll(/t\(\s*`([\w.${}()[\]' -]+)`/g)].map(([, template = '']) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'))
    return new RegExp(`^${parts.join('[\\w-]+')}$`)
  })
  return (key) => text.includes(`'${key}'`) || composed.some((pattern) => pattern.test(key))
}

function parsed(locale: Locale, key: string): Element[] {
  return new IntlMessageFormat(catalogues[locale][key] ?? '', locale, undefined, { ignoreTag: true }).getAst()
}

/** The names of the values a message needs, and the plural forms it knows. */
function inspect(elements: Element[], names = new Set<string>(), plurals: Set<string>[] = []) {
  for (const element of elements) {
    if ('value' in element && element.type !== 0) names.add(element.value)
    if ('options' in element) {
      if ('pluralType' in element) plurals.push(new Set(Object.keys(element.options)))
      for (const option of Object.values(element.options)) inspect(option.value, names, plurals)
    }
  }
  return { names, plurals }
}

describe.each(LOCALES)('the texts in %s', (locale) => {
  test('are the same as the English ones, none missing', () => {
    expect(Object.keys(catalogues[locale]).sort()).toEqual(Object.keys(english).sort())
  })

  test('are none of them empty', () => {
    expect(Object.entries(catalogues[locale]).filter(([, text]) => !text.trim())).toEqual([])
  })

  test('parse and ask for the same values as the English ones', () => {
    const names = (of: Locale, key: string) => [...inspect(parsed(of, key)).names].sort()
    const different = Object.keys(english).filter((key) => `${names(locale, key)}` !== `${names('en', key)}`)
    expect(different).toEqual([])
  })

  test('know every plural form of the language', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    const lacking = Object.keys(english).filter((key) =>
      inspect(parsed(locale, key)).plurals.some((known) =>
        forms.some((form) => !known.has(form) && !isCovered(form, known, locale)),
      ),
    )
    expect(lacking).toEqual([])
  })
})

/** English and Chinese say one thing the same way for every number where only "other" is written. */
function isCovered(form: string, known: Set<string>, locale: Locale): boolean {
  const isOnlyOther = [...known].every((name) => name === 'other' || name.startsWith('='))
  return locale === 'zh' || (locale === 'en' && isOnlyOther) || (form === 'zero' && known.has('=0'))
}

test('every text is used', () => {
  const isUsed = usage()
  expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([])
})

test('Arabic counts in six ways', () => {
  const t = translator('ar')
  expect([0, 1, 2, 3, 11, 100].map((count) => t('records.count', { count }))).toEqual([
    'لا سجلات',
    'سجل واحد',
    'سجلان',
    '3 سجلات',
    '11 سجلًا',
    '100 سجل',
  ])
})

test('Russian counts in three ways', () => {
  const t = translator('ru')
  expect([1, 3, 5, 21].map((count) => t('records.count', { count }))).toEqual([
    '1 запись',
    '3 записи',
    '5 записей',
    '21 запись',
  ])
})

describe('one thing has one name', () => {
  const shared = (path: string) => readFileSync(join(ROOT, '..', path), 'utf8')

  test('types of records are called as in the vocabulary', () => {
    const scheme = shared('hub/vocabularies/data/schemes/record-types.yaml')
    for (const [, name = '', labels = ''] of scheme.matchAll(
      /RECORD-TYPE-(\S+)\n {4}label:\n((?: {6}.*\n)+)/g,
    ))
      for (const [, locale = '', label] of labels.matchAll(/(\w\w): (.*)\n/g))
        expect(catalogues[locale as Locale][`type.${name.replaceAll('-', '_')}`]).toBe(label)
  })

  test('the menu of the demo says the same as the built-in one', () => {
    const camel = (path: string) => path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const main = /\n {2}main:\n((?: {4}.*\n)+)/.exec(shared('knowledge/demo/pages.yaml'))?.[1] ?? ''
    const entries = [...main.matchAll(/path: \/(\S+), labels: \{(.*)\}\}/g)]
    expect(entries).not.toEqual([])
    for (const [, path = '', labels = ''] of entries)
      for (const [, locale = '', label] of labels.matchAll(/(\w\w): ([^,]*)/g))
        expect(catalogues[locale as Locale][`nav.${camel(path)}`]).toBe(label)
  })
})
