/** How many records count for every one of the countries, because they are about the whole world. */
export function worldwideCount(countries: readonly { recordCount: number }[]): number {
  return countries.length > 0 ? Math.min(...countries.map(({ recordCount }) => recordCount)) : 0
}
