import type { FullRecord } from './documents/records.ts'

export type ProseKey =
  | 'context'
  | 'approach'
  | 'lessonsLearned'
  | 'replicability'
  | 'problem'
  | 'impact'
  | 'howToUse'
  | 'requirements'
  | 'methods'
  | 'keyFindings'
  | 'learningObjectives'
  | 'prerequisites'
  | 'obligations'
  | 'responsibleAuthorities'

export interface Prose {
  key: ProseKey
  html: string
  /** Stands after the body of the record, because it draws conclusions from it. */
  isClosing: boolean
}

const opening = (key: ProseKey, html: string): Prose => ({ key, html, isClosing: false })
const closing = (key: ProseKey, html: string): Prose => ({ key, html, isClosing: true })

function allProse(record: FullRecord): Prose[] {
  switch (record.__typename) {
    case 'BestPractice':
      return [
        opening('context', record.contextHtml),
        opening('approach', record.approachHtml),
        closing('lessonsLearned', record.lessonsLearnedHtml),
        closing('replicability', record.replicabilityHtml),
      ]
    case 'CaseStudy':
      return [
        opening('problem', record.problemHtml),
        closing('impact', record.impactHtml),
        closing('lessonsLearned', record.lessonsLearnedHtml),
      ]
    case 'ToolOrGuidance':
      return [opening('howToUse', record.howToUseHtml), opening('requirements', record.requirementsHtml)]
    case 'ResearchReport':
      return [opening('keyFindings', record.keyFindingsHtml), opening('methods', record.methodsHtml)]
    case 'ELearningResource':
      return [
        opening('learningObjectives', record.learningObjectivesHtml),
        opening('prerequisites', record.prerequisitesHtml),
      ]
    case 'PolicyDocument':
      return [
        opening('obligations', record.obligationsHtml),
        opening('responsibleAuthorities', record.responsibleAuthoritiesHtml),
      ]
  }
}

/** The texts that belong to a record's type, in reading order, without the empty ones. */
export function proseOf(record: FullRecord): Prose[] {
  return allProse(record).filter(({ html }) => html)
}
