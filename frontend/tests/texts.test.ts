import { expect, test } from 'vitest'
import { formatDate, formatMoney, machineDate, yearOf } from '#lib/dates.ts'
import { reasonsFor } from '#lib/reasons.ts'
import { remembered } from '#lib/server/remembered.ts'
import { shortened } from '#lib/shortened.ts'
import { translator } from '#lib/texts.ts'

test('dates are as exact as they are known', () => {
  expect(formatDate('2024', 'en')).toBe('2024')
  expect(formatDate('2024-03', 'fr')).toBe('mars 2024')
  expect(formatDate('2024-03-05', 'en')).toBe('5 March 2024')
  expect(formatDate('2024-03-05T23:59:00Z', 'es')).toBe('5 de marzo de 2024')
  expect(formatDate('2024-03', 'zh')).toBe('2024年3月')
})

test('Arabic keeps the digits of target numbers', () => {
  expect(formatDate('2024-03', 'ar')).toBe('مارس 2024')
})

test('a date that is none is shown as it came', () => {
  expect(formatDate('in spring', 'en')).toBe('in spring')
  expect(yearOf('in spring')).toBe('')
})

test('machines read the date without the time', () => {
  expect(machineDate('2024-03-05T10:00:00Z')).toBe('2024-03-05')
})

test('money names its currency', () => {
  expect(formatMoney(184_000, 'en').replace(/\s/, ' ')).toBe('USD 184,000')
})

test('long texts are cut at a word', () => {
  expect(shortened('one two three four', 12)).toBe('one two…')
  expect(shortened('short', 12)).toBe('short')
})

test('reasons say by which way a record was found, each once, and nothing of direct matches', () => {
  const target = concept('GBF-TARGET-06', 'gbf-targets', '6', 'Invasive alien species')
  const aichi = concept('AICHI-TARGET-09', 'aichi-targets', '9', 'Invasive species prevented')
  const mapped = match({ basis: 'MAPPING', isInferred: true, askedConcept: target, foundConcept: aichi })
  const region = match({
    basis: 'REGION',
    askedPlace: place('sc', 'Seychelles'),
    foundPlace: place('africa', 'Africa'),
  })
  const direct = match({ basis: 'DIRECT', askedConcept: target, foundConcept: target })

  expect(reasonsFor([mapped, mapped, region, direct], translator('en'))).toEqual([
    { text: 'Inferred from Aichi Target 9: Invasive species prevented', isInferred: true },
    { text: 'Through the region Africa', isInferred: false },
  ])
})

test('what is remembered is asked for again after its time, and kept when no answer comes', async () => {
  let now = 0
  const answers = ['first', 'second']
  const load = remembered(
    async () => {
      const answer = answers.shift()
      if (!answer) throw new Error('away')
      return answer
    },
    60,
    () => now,
  )

  expect(await load('key')).toBe('first')
  expect(await load('key')).toBe('first')
  now = 61_000
  expect(await load('key')).toBe('second')
  now = 200_000
  expect(await load('key')).toBe('second')
})

type Match = Parameters<typeof reasonsFor>[0][number]

function match(parts: Partial<Match>): Match {
  return {
    basis: 'DIRECT',
    isInferred: false,
    askedConcept: null,
    askedPlace: null,
    foundConcept: null,
    foundPlace: null,
    ...parts,
  }
}

function concept(identifier: string, scheme: string, notation: string, label: string) {
  return { identifier, notation, label, labelLocale: 'en', scheme: { identifier: scheme } }
}

function place(slug: string, name: string) {
  return { identifier: slug, slug, kind: 'REGION' as const, iso2: '', name, nameLocale: 'en' }
}
