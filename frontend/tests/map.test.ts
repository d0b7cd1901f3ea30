import { describe, expect, test } from 'vitest'
import { countryShades, nearRegion } from '#lib/server/countryMaps.ts'
import { drawFullMap, drawMap } from '#lib/server/map.ts'
import { PathWriter } from '#lib/server/pathWriter.ts'

describe('the map', () => {
  const map = drawMap([
    { name: 'near', codes: ['834', '404'] },
    { name: 'here', codes: ['690'], isRinged: true },
  ])

  test('fits a slow line', () => {
    expect(map.land.length).toBeGreaterThan(4_000)
    expect(map.land.length).toBeLessThan(16_000)
  })

  test('stays within its frame', () => {
    const starts = [...map.land.matchAll(/M(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)])
    expect(starts.every(([x = -1, y = -1]) => x >= 0 && x <= map.width && y >= 0 && y <= map.height)).toBe(
      true,
    )
  })

  test('paints the neighbours', () => {
    expect(map.shades.find(({ name }) => name === 'near')?.path).toMatch(/^M\d+ \d+l/)
  })

  test('puts a ring around small islands', () => {
    expect(map.rings).toHaveLength(1)
  })

  test('puts a ring where even the finer atlas has nothing', () => {
    expect(drawMap([{ name: 'here', codes: ['798'], isRinged: true }]).rings).toHaveLength(1)
  })

  test('puts none around a large country, and pads short codes', () => {
    const brazil = drawMap([{ name: 'here', codes: ['76'], isRinged: true }])
    expect(brazil.rings).toEqual([])
    expect(brazil.shades).toHaveLength(1)
  })

  test('leaves out what it does not know', () => {
    expect(drawMap([{ name: 'here', codes: ['000'], isRinged: true }])).toMatchObject({
      shades: [],
      rings: [],
    })
  })
})

test('a full map draws as land only what is not painted', () => {
  const everything = [...Array(1000).keys()].map(String)
  expect(drawFullMap([{ name: 'some', codes: everything }]).land).toBe('')
  expect(drawFullMap([]).land).not.toBe('')
})

describe('a path', () => {
  const square = [
    [0, 0],
    [5, 0.2],
    [10, 0],
    [10, 10],
    [0, 10],
  ] as const

  test('is written in whole relative steps without the middle of straight lines', () => {
    const writer = new PathWriter()
    square.forEach(([x, y], index) => (index === 0 ? writer.moveTo(x, y) : writer.lineTo(x, y)))
    writer.closePath()
    expect(writer.result()).toBe('M0 0l10 0 0 10-10 0z')
  })

  test('forgets specks', () => {
    const writer = new PathWriter()
    writer.moveTo(1, 1)
    writer.lineTo(1.2, 1.1)
    writer.lineTo(1.1, 1.3)
    writer.closePath()
    expect(writer.result()).toBe('')
  })
})

describe('the classes of the map of all countries', () => {
  const country = (m49: string, recordCount: number) =>
    ({ m49, recordCount }) as Parameters<typeof countryShades>[0][number]

  test('leave out countries without records', () => {
    expect(countryShades([country('690', 0)])).toEqual({ shades: [], classes: [] })
  })

  test('are three at most and cover every count', () => {
    const counts = [1, 1, 2, 3, 5, 8, 13]
    const { classes, shades } = countryShades(counts.map((count, index) => country(String(index), count)))
    expect(classes).toEqual([
      { level: 1, from: 1, to: 2 },
      { level: 2, from: 3, to: 5 },
      { level: 3, from: 8, to: 13 },
    ])
    expect(shades.flatMap(({ codes }) => codes)).toHaveLength(counts.length)
  })
})

test('neighbours are those of the narrowest region', () => {
  const region = (slug: string, kind = 'REGION') => ({ slug, kind })
  expect(
    nearRegion([
      region('world'),
      region('cbd-africa'),
      region('sids', 'GROUP'),
      region('africa'),
      region('eastern-africa'),
    ]),
  ).toEqual(region('eastern-africa'))
})
