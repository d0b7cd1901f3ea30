import type { Locale } from './locales.ts'
import { formattingTag } from './texts.ts'

type DateParts = Pick<Intl.DateTimeFormatOptions, 'year' | 'month' | 'day'>

const PRECISIONS: DateParts[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
]

const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/

/** A date as exact as it is known: "2024", "2024-03" or "2024-03-05", or the day of a date and time. */
export function formatDate(date: string, locale: Locale): string {
  const match = DATE.exec(date)
  if (!match) return date
  const [, year, month, day] = match
  const parts = PRECISIONS[month ? (day ? 2 : 1) : 0]
  const moment = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))
  return new Intl.DateTimeFormat(formattingTag(locale), { ...parts, timeZone: 'UTC' }).format(moment)
}

/** The year of a date that is known at least to the year. */
export function yearOf(date: string): string {
  return DATE.exec(date)?.[1] ?? ''
}

/** The machine-readable form for a `time` element. */
export function machineDate(date: string): string {
  return DATE.exec(date)?.[0] ?? ''
}

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(formattingTag(locale)).format(value)
}

export function formatMoney(dollars: number, locale: Locale): string {
  const options = {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'code',
    maximumFractionDigits: 0,
  } as const
  return new Intl.NumberFormat(formattingTag(locale), options).format(dollars)
}
