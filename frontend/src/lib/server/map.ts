import { geoEqualEarth, geoPath } from 'd3-geo'
import type { MultiPolygon, Polygon } from 'geojson'
import { merge } from 'topojson-client'
import type {
  GeometryCollection,
  MultiPolygon as TopologyMultiPolygon,
  Polygon as TopologyPolygon,
  Topology,
} from 'topojson-specification'
import coarse from 'world-atlas/countries-110m.json' with { type: 'json' }
import fine from 'world-atlas/countries-50m.json' with { type: 'json' }
import { PathWriter } from './pathWriter.ts'

type Atlas = Topology<{ countries: GeometryCollection }>
type Shape = TopologyPolygon | TopologyMultiPolygon

export interface Ring {
  x: number
  y: number
  radius: number
}

/** A drawn map: the land, coloured parts of it, and rings around what is too small to be seen. */
export interface MapDrawing {
  width: number
  height: number
  land: string
  shades: { name: string; path: string }[]
  rings: Ring[]
}

/** Countries, by M49 code, to be painted in one manner. */
export interface Shade {
  name: string
  codes: readonly string[]
  /** Whether a country too small to be seen gets a ring. */
  isRinged?: boolean
}

const WIDTH = 460
const HEIGHT = 224
const ANTARCTICA = '010'
const RING_RADIUS = 5
const SMALLEST_SEEN = 6

/** Countries that even the finer atlas leaves out. */
const POINTS: Record<string, [number, number]> = { '798': [179.2, -8.52], '772': [-171.85, -9.2] }

const COARSE = coarse as unknown as Atlas
const FINE = fine as unknown as Atlas

// Turned by eleven degrees, so that no country is cut at the edge.
const projection = geoEqualEarth().rotate([-11, 0])

// Shapes the atlas draws apart without a code: shown with the State that United Nations maps show them in.
const WITHOUT_CODE: Record<string, string> = { 'N. Cyprus': '196', Somaliland: '706', Kosovo: '688' }

function codeOf(geometry: Shape): string {
  if (geometry.id !== undefined) return String(geometry.id)
  const { name } = geometry.properties as { name: string }
  return WITHOUT_CODE[name] ?? name
}

function shapes(atlas: Atlas): Map<string, Shape[]> {
  const known = new Map<string, Shape[]>()
  for (const geometry of atlas.objects.countries.geometries)
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
      known.set(codeOf(geometry), [...(known.get(codeOf(geometry)) ?? []), geometry])
  return known
}

const coarseShapes = shapes(COARSE)
const fineShapes = shapes(FINE)

function mergedIn(atlas: Atlas, from: Map<string, Shape[]>, codes: Iterable<string>): MultiPolygon {
  // The types of topojson-client ask for polygons only, though it merges both kinds.
  return merge(atlas, [...codes].flatMap((code) => from.get(code) ?? []) as TopologyPolygon[])
}

const world = mergedIn(
  COARSE,
  coarseShapes,
  [...coarseShapes.keys()].filter((code) => code !== ANTARCTICA),
)
projection.fitExtent(
  [
    [2, 2],
    [WIDTH - 2, HEIGHT - 2],
  ],
  world,
)

function pathOf(geometry: Polygon | MultiPolygon): string {
  const writer = new PathWriter()
  geoPath(projection, writer)(geometry)
  return writer.result()
}

const land = pathOf(world)

function merged(codes: readonly string[]): string {
  const inCoarse = codes.filter((code) => coarseShapes.has(code))
  const onlyFine = codes.filter((code) => !coarseShapes.has(code) && fineShapes.has(code))
  return [
    inCoarse.length > 0 ? pathOf(mergedIn(COARSE, coarseShapes, inCoarse)) : '',
    onlyFine.length > 0 ? pathOf(mergedIn(FINE, fineShapes, onlyFine)) : '',
  ].join('')
}

function ringAt(point: [number, number] | null): Ring | null {
  return point && { x: Math.round(point[0]), y: Math.round(point[1]), radius: RING_RADIUS }
}

function ringAround(code: string): Ring | null {
  const point = POINTS[code]
  if (point) return ringAt(projection(point))
  if (!fineShapes.has(code)) return null
  const shape = mergedIn(FINE, fineShapes, [code])
  const path = geoPath(projection)
  const [[west, north], [east, south]] = path.bounds(shape)
  return Math.max(east - west, south - north) < SMALLEST_SEEN ? ringAt(path.centroid(shape)) : null
}

function normalised(code: string): string {
  return code.padStart(3, '0')
}

/** Draws the world in the Equal Earth projection with some countries painted; later shades lie on top. */
export function drawMap(shades: readonly Shade[]): MapDrawing {
  const ringed = shades.filter(({ isRinged }) => isRinged).flatMap(({ codes }) => codes.map(normalised))
  return {
    width: WIDTH,
    height: HEIGHT,
    land,
    shades: paint(shades),
    rings: ringed.flatMap((code) => ringAround(code) ?? []),
  }
}

/** Draws a map most of which is painted: only the countries left over are drawn as land. */
export function drawFullMap(shades: readonly Shade[]): MapDrawing {
  const painted = new Set(shades.flatMap(({ codes }) => codes.map(normalised)))
  const rest = [...coarseShapes.keys()].filter((code) => code !== ANTARCTICA && !painted.has(code))
  return { width: WIDTH, height: HEIGHT, land: merged(rest), shades: paint(shades), rings: [] }
}

function paint(shades: readonly Shade[]): MapDrawing['shades'] {
  return shades
    .map(({ name, codes }) => ({ name, path: merged(codes.map(normalised)) }))
    .filter(({ path }) => path)
}
