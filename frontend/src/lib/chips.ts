import { formatDate } from './dates.ts'
import type { FilterChoices } from './documents/records.ts'
import { LIST_PARAMETERS, recordsPath, withoutValue, type ListName, type Question } from './filters.ts'
import type { Locale } from './locales.ts'
import type { Translate } from './texts.ts'
import { targetNumber } from './urls.ts'

/** One part of the question, and the address of the list without it. */
export interface Chip {
  kind: string
  label: string
  address: string
}

interface Context {
  locale: Locale
  t: Translate
  choices: FilterChoices
  /** Labels of concepts and organisations that the form does not offer. */
  labels: ReadonlyMap<string, string>
}

const KINDS = {
  types: 'filter.type',
  targets: 'filter.target',
  subjects: 'filter.subject',
  places: 'filter.place',
  languages: 'filter.language',
  audiences: 'filter.audience',
  expertiseLevels: 'fact.expertiseLevel',
  licences: 'fact.licence',
  availableIn: 'filter.availableIn',
  concepts: 'filter.concept',
  organisations: 'filter.organisation',
} as const

function conceptLabel(
  list: readonly { identifier: string; label: string }[],
  value: string,
): string | undefined {
  return list.find(({ identifier }) => identifier === value)?.label
}

function placeLabel({ regions, groups, countries }: FilterChoices, value: string): string | undefined {
  return [...regions, ...groups, ...countries].find(({ slug }) => slug === value)?.name
}

function labelOf(name: ListName, value: string, { t, choices, labels }: Context): string {
  const known: Record<ListName, () => string | undefined> = {
    types: () => t(`types.${value as Question['types'][number]}`),
    targets: () => {
      const label = conceptLabel(
        choices.targetGroups.flatMap(({ narrower }) => narrower),
        value,
      )
      return t('target.short', { number: targetNumber(value) ?? '', label: label ?? '' })
    },
    subjects: () => conceptLabel(choices.subjects, value),
    places: () => placeLabel(choices, value),
    languages: () => conceptLabel(choices.languages, value),
    audiences: () => conceptLabel(choices.audiences, value),
    expertiseLevels: () => conceptLabel(choices.expertiseLevels, value),
    licences: () => conceptLabel(choices.licences, value),
    availableIn: () => t('filter.inLanguage', { language: value }),
    concepts: () => labels.get(value),
    organisations: () => labels.get(value),
  }
  return known[name]() ?? value
}

/** Every part of the question as something that can be read and taken away. */
export function chipsFor(question: Question, context: Context): Chip[] {
  const { locale, t } = context
  const chip = (kind: string, label: string, rest: Question): Chip => ({
    kind,
    label,
    address: recordsPath(locale, rest),
  })
  const chips = (Object.keys(LIST_PARAMETERS) as ListName[]).flatMap((name) =>
    question[name].map((value) =>
      chip(t(KINDS[name]), labelOf(name, value, context), withoutValue(question, name, value)),
    ),
  )
  if (question.text) chips.unshift(chip(t('filter.text'), question.text, { ...question, text: '' }))
  for (const side of ['from', 'to'] as const)
    if (question[side])
      chips.push(
        chip(t('filter.published'), t(`filter.${side}Date`, { date: formatDate(question[side], locale) }), {
          ...question,
          [side]: '',
        }),
      )
  return chips
}
