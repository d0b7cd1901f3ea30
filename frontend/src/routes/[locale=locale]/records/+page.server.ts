import { RecordsDocument } from '#lib/documents/records.ts'
import { chipsFor } from '#lib/chips.ts'
import { countFilters, parsePosition, parseQuestion, recordFilter } from '#lib/filters.ts'
import { cachePage } from '#lib/server/caching.ts'
import { choicesFor, labelsFor } from '#lib/server/choices.ts'
import { query } from '#lib/server/hub.ts'
import { translator } from '#lib/texts.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { locale }, url, setHeaders }) => {
  const question = parseQuestion(url.searchParams)
  const position = parsePosition(url.searchParams)
  const variables = { locale, filter: recordFilter(question), order: question.order, ...position }
  const [{ records }, choices, labels] = await Promise.all([
    query(RecordsDocument, variables, locale),
    choicesFor(locale),
    labelsFor(question, locale),
  ])
  cachePage(setHeaders)
  const chips = chipsFor(question, { locale, t: translator(locale), choices, labels })
  return { question, records, choices, chips, filters: countFilters(question) }
}
