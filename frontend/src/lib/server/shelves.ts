import { RecordsByTypeDocument, type RecordFilter, type RecordsByType } from '../documents/records.ts'
import { emptyQuestion, recordFilter, type Question } from '../filters.ts'
import type { Locale } from '../locales.ts'
import { query } from './hub.ts'

const SHELF_LENGTH = 5

/** The newest records of each type that answer a question, with the question for the links to all of them. */
export async function shelvesFor(
  asked: Partial<Question>,
  locale: Locale,
): Promise<{ shelves: RecordsByType; question: Question }> {
  const question = { ...emptyQuestion(), ...asked }
  const of = (type: Question['types'][number]): RecordFilter => recordFilter({ ...question, types: [type] })
  const variables = {
    locale,
    first: SHELF_LENGTH,
    bestPractices: of('BEST_PRACTICE'),
    caseStudies: of('CASE_STUDY'),
    toolsAndGuidance: of('TOOL_OR_GUIDANCE'),
    researchReports: of('RESEARCH_REPORT'),
    courses: of('E_LEARNING_RESOURCE'),
    policyDocuments: of('POLICY_DOCUMENT'),
  }
  return { shelves: await query(RecordsByTypeDocument, variables, locale), question }
}
