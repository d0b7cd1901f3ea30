import { describe, expect, test } from 'vitest'
import {
  conceptPath,
  headerPath,
  inLocale,
  localUrl,
  placePath,
  recordPath,
  safeUrl,
  splitNamed,
  targetGroup,
  targetIdentifier,
} from '#lib/urls.ts'

const concept = (identifier: string, scheme: string) => ({ identifier, scheme: { identifier: scheme } })

describe('the name in the address of a record', () => {
  test('has a reference of twelve characters and a slug', () => {
    expect(splitNamed('3F7K2M9QX1AB-goat-removal')).toEqual({
      reference: '3F7K2M9QX1AB',
      slug: 'goat-removal',
    })
  })

  test('may lack the slug', () => {
    expect(splitNamed('3F7K2M9QX1AB')).toEqual({ reference: '3F7K2M9QX1AB', slug: '' })
  })

  test.each(['goat-removal', '3F7K2M9QX1-goat', '', '3F7K2M9QX1A!-x'])('%s is none', (segment) => {
    expect(splitNamed(segment)).toBeNull()
  })

  test('writes slugs in any script', () => {
    const path = recordPath('ar', { reference: '3F7K2M9QX1AB', slug: 'غرس' })
    expect(path).toBe('/ar/records/3F7K2M9QX1AB-غرس')
    expect(headerPath(path)).toBe('/ar/records/3F7K2M9QX1AB-%D8%BA%D8%B1%D8%B3')
  })

  test('lets no other sign of a slug through', () => {
    expect(recordPath('en', { reference: '3F7K2M9QX1AB', slug: 'a"b/c' })).toBe(
      '/en/records/3F7K2M9QX1AB-a%22b%2Fc',
    )
  })
})

describe('the address of a concept', () => {
  test.each([
    ['GBF-TARGET-06', 'gbf-targets', '/fr/targets/6'],
    ['GBF-GROUP-1', 'gbf-targets', '/fr/records?concept=GBF-GROUP-1'],
    ['CBD-SUBJECT-IAS', 'subjects', '/fr/subjects/CBD-SUBJECT-IAS'],
    ['sw', 'languages', '/fr/records?language=sw'],
    ['AUDIENCE-YOUTH', 'audiences', '/fr/records?audience=AUDIENCE-YOUTH'],
    ['EXPERTISE-ALL', 'expertise-levels', '/fr/records?level=EXPERTISE-ALL'],
    ['CC-BY-4.0', 'licences', '/fr/records?licence=CC-BY-4.0'],
    ['SDG-GOAL-15', 'sdgs', '/fr/records?concept=SDG-GOAL-15'],
  ])('%s', (identifier, scheme, path) => {
    expect(conceptPath('fr', concept(identifier, scheme))).toBe(path)
  })
})

test('countries have pages, regions a list of records', () => {
  expect(placePath('en', { kind: 'COUNTRY', slug: 'sc', iso2: 'sc' })).toBe('/en/countries/sc')
  expect(placePath('en', { kind: 'REGION', slug: 'eastern-africa', iso2: '' })).toBe(
    '/en/records?place=eastern-africa',
  )
})

test.each([
  ['1', 'GBF-TARGET-01'],
  ['23', 'GBF-TARGET-23'],
  ['0', null],
  ['24', null],
  ['06', null],
  ['6x', null],
])('target %s is %s', (number, identifier) => {
  expect(targetIdentifier(number)).toBe(identifier)
})

test('targets stand in three groups', () => {
  expect([1, 8, 9, 13, 14, 23].map(targetGroup)).toEqual([1, 1, 2, 2, 3, 3])
})

describe('the same page in another language', () => {
  test.each([
    ['/en', '/ar'],
    ['/en/records?type=case-study&after=abc', '/ar/records?type=case-study'],
    ['/en/countries/sc', '/ar/countries/sc'],
    ['/', '/ar'],
  ])('of %s is %s', (from, to) => {
    expect(inLocale(new URL(from, 'https://hub.example'), 'ar')).toBe(to)
  })
})

describe('links from the hub', () => {
  test.each(['https://example.org/', 'mailto:a@example.org', '/en/about'])('%s may be followed', (url) => {
    expect(safeUrl(url)).toBe(url)
  })

  test.each(['javascript:alert(1)', '//elsewhere.example', 'data:text/html,x', ''])('%s may not', (url) => {
    expect(safeUrl(url)).toBeNull()
  })
})

describe('links within the site', () => {
  test.each([
    ['/about', '/fr/about'],
    ['/', '/fr'],
    ['/es/about', '/es/about'],
    ['https://example.org/', 'https://example.org/'],
    ['javascript:alert(1)', null],
  ])('%s becomes %s on a French page', (url, local) => {
    expect(localUrl(url, 'fr')).toBe(local)
  })
})
