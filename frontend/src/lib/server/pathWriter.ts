import type { GeoContext } from 'd3-geo'

type Point = readonly [number, number]

const FEWEST_POINTS = 3

/** Receives d3's drawing calls and writes a short SVG path: whole units, relative steps, no specks. */
export class PathWriter implements GeoContext {
  #path = ''
  #ring: Point[] = []

  beginPath(): void {
    this.#ring = []
  }

  moveTo(x: number, y: number): void {
    this.#ring = [[Math.round(x), Math.round(y)]]
  }

  lineTo(x: number, y: number): void {
    const point: Point = [Math.round(x), Math.round(y)]
    const last = this.#ring.at(-1)
    if (last?.[0] !== point[0] || last[1] !== point[1]) this.#ring.push(point)
  }

  arc(): void {
    // Points are marked by rings of our own.
  }

  closePath(): void {
    const ring = withoutStraightPoints(this.#ring)
    if (ring.length >= FEWEST_POINTS) this.#path += written(ring)
    this.#ring = []
  }

  result(): string {
    return this.#path
  }
}

/** Leaves out the points in the middle of a straight line. */
function withoutStraightPoints(ring: readonly Point[]): Point[] {
  return ring.filter((point, index) => {
    const before = ring[index - 1]
    const after = ring[index + 1]
    if (!before || !after) return true
    const turn =
      (point[0] - before[0]) * (after[1] - point[1]) - (point[1] - before[1]) * (after[0] - point[0])
    return turn !== 0
  })
}

function written(ring: readonly Point[]): string {
  const [first] = ring
  if (!first) return ''
  let [x, y] = first
  let steps = ''
  for (const [nextX, nextY] of ring.slice(1)) {
    const across = nextX - x
    const down = nextY - y
    steps += `${steps && across >= 0 ? ' ' : ''}${across}${down < 0 ? '' : ' '}${down}`
    x = nextX
    y = nextY
  }
  return `M${first[0]} ${first[1]}l${steps}z`
}
