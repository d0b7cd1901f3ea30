import { formatDate, formatMoney, formatNumber } from './dates.ts'
import type { ConceptLink } from './documents/fragments.ts'
import type { FullRecord } from './documents/records.ts'
import type { Shell } from './shell.ts'

export type FactKey =
  | 'scale'
  | 'period'
  | 'cost'
  | 'area'
  | 'purposes'
  | 'fileFormat'
  | 'version'
  | 'doi'
  | 'journal'
  | 'peerReview'
  | 'openAccess'
  | 'provider'
  | 'duration'
  | 'price'
  | 'certificate'
  | 'format'
  | 'documentType'
  | 'jurisdiction'
  | 'policyStatus'
  | 'adopted'
  | 'inForce'
  | 'referenceNumber'

export interface TypeFact {
  key: FactKey
  text?: string
  url?: string
  concepts?: readonly ConceptLink[]
}

type Of<Name extends FullRecord['__typename']> = Extract<FullRecord, { __typename: Name }>

const said = (key: FactKey, text: string): TypeFact => ({ key, text })
const linked = (key: FactKey, concepts: readonly ConceptLink[]): TypeFact => ({ key, concepts })
const one = (key: FactKey, concept: ConceptLink | null): TypeFact => linked(key, concept ? [concept] : [])

function yesOrNo(value: boolean | null, { t }: Shell): string {
  if (value === null) return ''
  return value ? t('fact.yes') : t('fact.no')
}

function caseStudyFacts(record: Of<'CaseStudy'>, { locale, t }: Shell): TypeFact[] {
  const dates = [record.startDate, record.endDate].filter(Boolean).map((date) => formatDate(date, locale))
  const hectares = record.areaHectares
  return [
    said('period', dates.join(' – ')),
    one('scale', record.scale),
    said('area', hectares === null ? '' : t('fact.hectares', { area: formatNumber(hectares, locale) })),
    said('cost', record.costUsd === null ? '' : formatMoney(record.costUsd, locale)),
  ]
}

function toolFacts(record: Of<'ToolOrGuidance'>): TypeFact[] {
  return [
    linked('purposes', record.purposes),
    said('fileFormat', record.fileFormat),
    said('version', record.version),
  ]
}

function researchFacts(record: Of<'ResearchReport'>, shell: Shell): TypeFact[] {
  const doi = record.doi.replace(/^https?:\/\/(dx\.)?doi\.org\//, '')
  return [
    said('journal', record.journal),
    { ...said('doi', doi), url: `https://doi.org/${encodeURI(doi)}` },
    said('peerReview', yesOrNo(record.isPeerReviewed, shell)),
    said('openAccess', yesOrNo(record.isOpenAccess, shell)),
  ]
}

function courseFacts(record: Of<'ELearningResource'>, shell: Shell): TypeFact[] {
  const { t } = shell
  const minutes = record.durationMinutes
  return [
    said('provider', record.provider),
    said('format', record.format ? t(`format.${record.format}`) : ''),
    said(
      'duration',
      minutes === null ? '' : t('fact.minutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }),
    ),
    said('price', record.isFree === null ? '' : t(record.isFree ? 'fact.free' : 'fact.paid')),
    said('certificate', yesOrNo(record.hasCertificate, shell)),
  ]
}

function policyFacts(record: Of<'PolicyDocument'>, { locale }: Shell): TypeFact[] {
  return [
    one('documentType', record.documentType),
    one('jurisdiction', record.jurisdiction),
    one('policyStatus', record.policyStatus),
    said('adopted', formatDate(record.adoptionDate, locale)),
    said('inForce', formatDate(record.entryIntoForceDate, locale)),
    said('referenceNumber', record.referenceNumber),
  ]
}

function allFacts(record: FullRecord, shell: Shell): TypeFact[] {
  switch (record.__typename) {
    case 'BestPractice':
      return [one('scale', record.scale)]
    case 'CaseStudy':
      return caseStudyFacts(record, shell)
    case 'ToolOrGuidance':
      return toolFacts(record)
    case 'ResearchReport':
      return researchFacts(record, shell)
    case 'ELearningResource':
      return courseFacts(record, shell)
    case 'PolicyDocument':
      return policyFacts(record, shell)
  }
}

/** The facts that only this type of record has; unknown ones are left out. */
export function typeFacts(record: FullRecord, shell: Shell): TypeFact[] {
  return allFacts(record, shell).filter(({ text, concepts }) => text || concepts?.length)
}
