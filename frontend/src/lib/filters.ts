import type { RecordFilter, RecordOrder } from './documents/records.ts'
import { isLocale, type Locale } from './locales.ts'
import { targetIdentifier, targetNumber } from './urls.ts'

export const RECORD_TYPES = [
  'BEST_PRACTICE',
  'CASE_STUDY',
  'TOOL_OR_GUIDANCE',
  'RESEARCH_REPORT',
  'E_LEARNING_RESOURCE',
  'POLICY_DOCUMENT',
] as const

export const RECORD_ORDERS = ['NEWEST', 'OLDEST', 'TITLE'] as const

export const PAGE_SIZE = 10

const LONGEST_TEXT = 200
const MOST_VALUES = 20
const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const CURSOR = /^[\w+/=:.-]{1,500}$/

/** What a visitor asked of the list of records, as the address says it. */
export interface Question {
  text: string
  types: (typeof RECORD_TYPES)[number][]
  targets: string[]
  subjects: string[]
  places: string[]
  languages: string[]
  audiences: string[]
  expertiseLevels: string[]
  licences: string[]
  availableIn: Locale[]
  concepts: string[]
  organisations: string[]
  from: string
  to: string
  includeInferred: boolean
  order: RecordOrder
}

export interface PagePosition {
  first?: number
  after?: string
  last?: number
  before?: string
}

/** The address parameter of each part of the question that holds a list. */
export const LIST_PARAMETERS = {
  types: 'type',
  targets: 'target',
  subjects: 'subject',
  places: 'place',
  languages: 'language',
  audiences: 'audience',
  expertiseLevels: 'level',
  licences: 'licence',
  availableIn: 'available',
  concepts: 'concept',
  organisations: 'organisation',
} as const

export type ListName = keyof typeof LIST_PARAMETERS

function values(search: URLSearchParams, name: ListName): string[] {
  const given = search.getAll(LIST_PARAMETERS[name]).map((value) => value.trim())
  return [...new Set(given.filter((value) => IDENTIFIER.test(value)))].slice(0, MOST_VALUES)
}

function choice<Value extends string>(value: string, allowed: readonly Value[]): Value | undefined {
  const wanted = value.toUpperCase().replaceAll('-', '_')
  return allowed.find((one) => one === wanted)
}

function partialDate(value: string | null): string {
  const date = (value ?? '').trim()
  return PARTIAL_DATE.test(date) ? date : ''
}

/** Reads an address; whatever it cannot understand is left out. */
export function parseQuestion(search: URLSearchParams): Question {
  return {
    text: (search.get('q') ?? '').trim().slice(0, LONGEST_TEXT),
    types: values(search, 'types').flatMap((value) => choice(value, RECORD_TYPES) ?? []),
    targets: values(search, 'targets').flatMap((value) =>
      targetNumber(value) ? value : (targetIdentifier(value) ?? []),
    ),
    subjects: values(search, 'subjects'),
    places: values(search, 'places'),
    languages: values(search, 'languages'),
    audiences: values(search, 'audiences'),
    expertiseLevels: values(search, 'expertiseLevels'),
    licences: values(search, 'licences'),
    availableIn: values(search, 'availableIn').filter(isLocale),
    concepts: values(search, 'concepts'),
    organisations: values(search, 'organisations'),
    from: partialDate(search.get('from')),
    to: partialDate(search.get('to')),
    includeInferred: search.get('inferred') !== 'no',
    order: choice(search.get('order') ?? '', RECORD_ORDERS) ?? 'NEWEST',
  }
}

/** How the address writes one value of a list. */
export function addressValue(name: ListName, value: string): string {
  if (name === 'types') return value.toLowerCase().replaceAll('_', '-')
  return name === 'targets' ? String(targetNumber(value) ?? value) : value
}

export function emptyQuestion(): Question {
  return parseQuestion(new URLSearchParams())
}

/** Writes the shortest address that `parseQuestion` reads back as the same question. */
export function questionSearch(question: Question): URLSearchParams {
  const search = new URLSearchParams()
  if (question.text) search.set('q', question.text)
  for (const name of Object.keys(LIST_PARAMETERS) as ListName[])
    for (const value of question[name]) search.append(LIST_PARAMETERS[name], addressValue(name, value))
  if (question.from) search.set('from', question.from)
  if (question.to) search.set('to', question.to)
  if (!question.includeInferred) search.set('inferred', 'no')
  if (question.order !== 'NEWEST') search.set('order', question.order.toLowerCase())
  return search
}

export function recordsPath(
  locale: Locale,
  question: Question,
  position: Record<string, string> = {},
): string {
  const search = questionSearch(question)
  for (const [name, value] of Object.entries(position)) search.set(name, value)
  const text = search.toString()
  return `/${locale}/records${text ? `?${text}` : ''}`
}

/** The question without one value of one list. */
export function withoutValue(question: Question, name: ListName, value: string): Question {
  return { ...question, [name]: question[name].filter((one) => one !== value) }
}

/** How many parts of the question narrow the list. */
export function countFilters(question: Question): number {
  const lists = (Object.keys(LIST_PARAMETERS) as ListName[]).reduce(
    (sum, name) => sum + question[name].length,
    0,
  )
  return lists + [question.text, question.from, question.to].filter(Boolean).length
}

/** The question as the hub's filter; parts that were not asked are left out. */
export function recordFilter(question: Question): RecordFilter {
  const filter: RecordFilter = { includeInferred: question.includeInferred }
  for (const name of Object.keys(LIST_PARAMETERS) as ListName[])
    if (question[name].length > 0) Object.assign(filter, { [name]: question[name] })
  if (question.text) filter.text = question.text
  if (question.from) filter.publishedFrom = question.from
  if (question.to) filter.publishedTo = question.to
  return filter
}

/** Which page of a list the address asks for. */
export function parsePosition(search: URLSearchParams, size: number = PAGE_SIZE): PagePosition {
  const before = search.get('before')
  if (before && CURSOR.test(before)) return { last: size, before }
  const after = search.get('after')
  return after && CURSOR.test(after) ? { first: size, after } : { first: size }
}
