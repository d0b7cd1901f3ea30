import { ConceptLinkFields } from './fragments.ts'
import { graphql, type ResultOf } from './graphql.ts'

export const TargetsDocument = graphql(
  `
    query Targets($locale: LocaleCode!) {
      groups: concepts(scheme: "gbf-targets", topOnly: true, locale: $locale) {
        identifier
        label
        labelLocale
        narrower {
          ...ConceptLinkFields
          recordCount
          inferredRecordCount
        }
      }
      goals: concepts(scheme: "gbf-goals", locale: $locale) {
        ...ConceptLinkFields
        definition
        definitionLocale
        recordCount
      }
    }
  `,
  [ConceptLinkFields],
)

export const ConceptDocument = graphql(
  `
    query Concept($identifier: String!, $locale: LocaleCode!) {
      concept(identifier: $identifier, locale: $locale) {
        ...ConceptLinkFields
        uri
        alternativeLabels
        definition
        definitionLocale
        recordCount
        inferredRecordCount
        broader {
          ...ConceptLinkFields
        }
        narrower {
          ...ConceptLinkFields
          recordCount
        }
        mappings {
          kind
          uri
          concept {
            ...ConceptLinkFields
          }
        }
      }
    }
  `,
  [ConceptLinkFields],
)

export const SubjectsDocument = graphql(
  `
    query Subjects($locale: LocaleCode!) {
      subjects: concepts(scheme: "subjects", topOnly: true, locale: $locale) {
        ...ConceptLinkFields
        recordCount
        narrower {
          ...ConceptLinkFields
          recordCount
          narrower {
            ...ConceptLinkFields
            recordCount
          }
        }
      }
    }
  `,
  [ConceptLinkFields],
)

export type FullConcept = NonNullable<ResultOf<typeof ConceptDocument>['concept']>
export type SubjectTree = ResultOf<typeof SubjectsDocument>['subjects']
