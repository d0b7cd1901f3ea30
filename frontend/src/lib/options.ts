/** One choice of a filter. */
export interface Option {
  value: string
  label: string
  isChosen: boolean
  /** The language of the label, when it is not the page's. */
  language?: string
}

interface Concept {
  identifier: string
  label: string
  recordCount: number
  inferredRecordCount: number
}

interface Place {
  slug: string
  name: string
  recordCount: number
}

// A choice without any record would be a dead end, and weight on a slow line; what is chosen stays.
const isOffered = (option: Option, count: number): boolean => option.isChosen || count > 0

export function conceptOptions(concepts: readonly Concept[], chosen: readonly string[]): Option[] {
  return concepts.flatMap(({ identifier, label, recordCount, inferredRecordCount }) => {
    const option = { value: identifier, label, isChosen: chosen.includes(identifier) }
    return isOffered(option, recordCount + inferredRecordCount) ? [option] : []
  })
}

/** Places with more than `floor` records: what concerns the whole world counts for every country. */
export function placeOptions(places: readonly Place[], chosen: readonly string[], floor = 0): Option[] {
  return places.flatMap(({ slug, name, recordCount }) => {
    const option = { value: slug, label: name, isChosen: chosen.includes(slug) }
    return isOffered(option, recordCount - floor) ? [option] : []
  })
}
