import { describe, expect, test } from 'vitest'
import {
  countFilters,
  emptyQuestion,
  PAGE_SIZE,
  parsePosition,
  parseQuestion,
  questionSearch,
  recordFilter,
  recordsPath,
  withoutValue,
} from '#lib/filters.ts'

const parse = (search: string) => parseQuestion(new URLSearchParams(search))

const EVERYTHING =
  'q=mangrove+forest&type=case-study&type=policy-document&target=6&target=21&subject=CBD-SUBJECT-MAR&place=africa' +
  '&place=sc&language=pt&audience=AUDIENCE-YOUTH&level=EXPERTISE-ALL&licence=CC-BY-4.0&available=ar&concept=AICHI-TARGET-09&organisation=island-trust&from=2020&to=2024-03' +
  '&inferred=no&order=title'

describe('reading an address', () => {
  test('understands every part', () => {
    expect(parse(EVERYTHING)).toEqual({
      text: 'mangrove forest',
      types: ['CASE_STUDY', 'POLICY_DOCUMENT'],
      targets: ['GBF-TARGET-06', 'GBF-TARGET-21'],
      subjects: ['CBD-SUBJECT-MAR'],
      places: ['africa', 'sc'],
      languages: ['pt'],
      audiences: ['AUDIENCE-YOUTH'],
      expertiseLevels: ['EXPERTISE-ALL'],
      licences: ['CC-BY-4.0'],
      availableIn: ['ar'],
      concepts: ['AICHI-TARGET-09'],
      organisations: ['island-trust'],
      from: '2020',
      to: '2024-03',
      includeInferred: false,
      order: 'TITLE',
    })
  })

  test('leaves out what it does not understand', () => {
    expect(
      parse('type=novel&target=99&place=%3Cb%3E&available=pt&from=20x&to=2024-13&order=worst&q=++'),
    ).toEqual(emptyQuestion())
  })

  test('takes each value once', () => {
    expect(parse('place=sc&place=sc&place=').places).toEqual(['sc'])
  })

  test('cuts words at two hundred characters', () => {
    expect(parse(`q=${'a'.repeat(500)}`).text).toHaveLength(200)
  })
})

describe('writing an address', () => {
  test('gives back the one that was read', () => {
    expect(questionSearch(parse(EVERYTHING)).toString()).toBe(EVERYTHING)
  })

  test('has no question mark when nothing is asked', () => {
    expect(recordsPath('fr', emptyQuestion())).toBe('/fr/records')
  })

  test('keeps the question when turning the page', () => {
    expect(recordsPath('fr', parse('target=6'), { after: 'abc=' })).toBe('/fr/records?target=6&after=abc%3D')
  })

  test('can leave one value out', () => {
    const question = parse('place=africa&place=sc')
    expect(questionSearch(withoutValue(question, 'places', 'africa')).toString()).toBe('place=sc')
  })
})

test('the hub is asked for what was asked and no more', () => {
  expect(recordFilter(parse('target=6&to=2024&q=goats'))).toEqual({
    includeInferred: true,
    targets: ['GBF-TARGET-06'],
    text: 'goats',
    publishedTo: '2024',
  })
})

test('filters are counted, the order is none', () => {
  expect(countFilters(parse(EVERYTHING))).toBe(17)
  expect(countFilters(parse('order=title&inferred=no'))).toBe(0)
})

describe('the place in a list', () => {
  const position = (search: string) => parsePosition(new URLSearchParams(search))

  test('is the beginning when none is given', () => {
    expect(position('')).toEqual({ first: PAGE_SIZE })
  })

  test('goes on after a cursor', () => {
    expect(position('after=eyJhIjoxfQ==')).toEqual({ first: PAGE_SIZE, after: 'eyJhIjoxfQ==' })
  })

  test('goes back before a cursor', () => {
    expect(position('before=abc')).toEqual({ last: PAGE_SIZE, before: 'abc' })
  })

  test('ignores what cannot be a cursor', () => {
    expect(position('after=%3Cscript%3E')).toEqual({ first: PAGE_SIZE })
  })
})
