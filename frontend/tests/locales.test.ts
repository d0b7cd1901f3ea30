import { describe, expect, test } from 'vitest'
import { directionOf, negotiateLocale, partLanguage } from '#lib/locales.ts'

describe('the language of a visitor without one in the address', () => {
  test.each([
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['pt-BR, es;q=0.7, en;q=0.9', 'en'],
    ['zh-Hant-TW', 'zh'],
    ['de, it;q=0.5', 'en'],
    ['ar;q=0, ru;q=0.1', 'ru'],
    ['', 'en'],
    [null, 'en'],
  ])('%s gives %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale)
  })
})

test('a part in the language of the page needs no mark', () => {
  expect(partLanguage('fr', 'fr')).toEqual({})
})

test('a part in another language says so, with its direction', () => {
  expect(partLanguage('ar', 'fr')).toEqual({ lang: 'ar', dir: 'rtl' })
  expect(partLanguage('pt-BR', 'ar')).toEqual({ lang: 'pt-BR', dir: 'ltr' })
})

test('a part that runs the same way says only its language', () => {
  expect(partLanguage('es', 'fr')).toEqual({ lang: 'es' })
})

test('Persian runs from right to left', () => {
  expect(directionOf('fa-AF')).toBe('rtl')
})
