import type { ConceptLink, PlaceLink } from './documents/fragments.ts'
import type { Match } from './documents/records.ts'
import type { Translate } from './texts.ts'
import { targetNumber } from './urls.ts'

export interface Reason {
  text: string
  isInferred: boolean
}

const SENTENCES = {
  NARROWER: 'reason.narrower',
  MAPPING: 'reason.mapping',
  MEMBER: 'reason.member',
  REGION: 'reason.region',
} as const

function nameOf(concept: ConceptLink | null, place: PlaceLink | null, t: Translate): string {
  if (place) return place.name
  if (!concept) return ''
  const { scheme, notation, label } = concept
  const target = targetNumber(concept.identifier)
  if (target) return t('target.short', { number: target, label })
  if (scheme.identifier === 'aichi-targets' && notation) return t('target.aichi', { number: notation, label })
  if (scheme.identifier === 'sdgs' && notation) return t('target.sdg', { number: notation, label })
  return label
}

/** Says, for each match that is not the very thing asked for, by which way the record was found. */
export function reasonsFor(matches: readonly Match[], t: Translate): Reason[] {
  const reasons = matches.flatMap((match) => {
    if (match.basis === 'DIRECT') return []
    const found = nameOf(match.foundConcept, match.foundPlace, t)
    const asked = nameOf(match.askedConcept, match.askedPlace, t)
    if (!found) return []
    return [{ text: t(SENTENCES[match.basis], { found, asked }), isInferred: match.isInferred }]
  })
  return reasons.filter((reason, index) => reasons.findIndex(({ text }) => text === reason.text) === index)
}
