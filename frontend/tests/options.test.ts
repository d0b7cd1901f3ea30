import { expect, test } from 'vitest'
import { conceptOptions, placeOptions } from '#lib/options.ts'
import { worldwideCount } from '#lib/worldwide.ts'

const place = (slug: string, recordCount: number) => ({ slug, name: slug, recordCount })

test('choices that lead nowhere are left out, but for the one that is chosen', () => {
  const concept = (identifier: string, recordCount: number, inferredRecordCount = 0) => ({
    identifier,
    label: identifier,
    recordCount,
    inferredRecordCount,
  })
  const options = conceptOptions(
    [concept('A', 1), concept('B', 0), concept('C', 0, 2), concept('D', 0)],
    ['D'],
  )
  expect(options).toEqual([
    { value: 'A', label: 'A', isChosen: false },
    { value: 'C', label: 'C', isChosen: false },
    { value: 'D', label: 'D', isChosen: true },
  ])
})

test('records about the whole world make no country a choice', () => {
  const countries = [place('be', 24), place('sc', 26), place('aq', 23)]
  expect(worldwideCount(countries)).toBe(23)
  expect(placeOptions(countries, [], 23).map(({ value }) => value)).toEqual(['be', 'sc'])
})

test('no countries have nothing in common', () => {
  expect(worldwideCount([])).toBe(0)
})
