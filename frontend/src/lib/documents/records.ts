import {
  BlockFields,
  ConceptLinkFields,
  FigureFields,
  LanguageFields,
  PageInfoFields,
  PlaceLinkFields,
  RecordMentionFields,
  RecordRowFields,
} from './fragments.ts'
import { graphql, type FragmentOf, type ResultOf, type VariablesOf } from './graphql.ts'

export const RecordsDocument = graphql(
  `
    query Records(
      $locale: LocaleCode!
      $filter: RecordFilter
      $order: RecordOrder!
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      records(
        locale: $locale
        filter: $filter
        order: $order
        first: $first
        after: $after
        last: $last
        before: $before
      ) {
        totalCount
        pageInfo {
          ...PageInfoFields
        }
        edges {
          node {
            ...RecordRowFields
          }
          matches {
            basis
            isInferred
            askedConcept {
              ...ConceptLinkFields
            }
            askedPlace {
              ...PlaceLinkFields
            }
            foundConcept {
              ...ConceptLinkFields
            }
            foundPlace {
              ...PlaceLinkFields
            }
          }
        }
      }
    }
  `,
  [PageInfoFields, RecordRowFields, ConceptLinkFields, PlaceLinkFields],
)

/** What the filter form offers. It changes seldom and is remembered for some minutes. */
export const FilterChoicesDocument = graphql(`
  query FilterChoices($locale: LocaleCode!) {
    targetGroups: concepts(scheme: "gbf-targets", topOnly: true, locale: $locale) {
      identifier
      label
      narrower {
        identifier
        notation
        label
        labelLocale
      }
    }
    subjects: concepts(scheme: "subjects", locale: $locale) {
      identifier
      label
      labelLocale
      recordCount
      inferredRecordCount
    }
    languages: concepts(scheme: "languages", locale: $locale) {
      identifier
      label
      labelLocale
      recordCount
      inferredRecordCount
    }
    audiences: concepts(scheme: "audiences", locale: $locale) {
      identifier
      label
      labelLocale
      recordCount
      inferredRecordCount
    }
    expertiseLevels: concepts(scheme: "expertise-levels", locale: $locale) {
      identifier
      label
      labelLocale
      recordCount
      inferredRecordCount
    }
    licences: concepts(scheme: "licences", locale: $locale) {
      identifier
      label
      labelLocale
      recordCount
      inferredRecordCount
    }
    regions: places(kind: REGION, locale: $locale) {
      slug
      name
      nameLocale
      recordCount
    }
    groups: places(kind: GROUP, locale: $locale) {
      slug
      name
      nameLocale
      recordCount
    }
    countries: places(kind: COUNTRY, locale: $locale) {
      slug
      name
      nameLocale
      recordCount
    }
  }
`)

/** The label of a concept that the filter form does not offer, for its chip. */
export const ConceptLabelDocument = graphql(`
  query ConceptLabel($identifier: String!, $locale: LocaleCode!) {
    concept(identifier: $identifier, locale: $locale) {
      identifier
      label
      labelLocale
    }
  }
`)

export const RecordFields = graphql(
  `
    fragment RecordFields on Record {
      __typename
      reference
      slug
      recordType
      title
      summary
      plainSummary
      authors
      publisher
      source
      publicationDate
      rights
      isSyndicationAllowed
      isExample
      firstPublishedAt
      lastPublishedAt
      relevantInformationHtml
      tags
      language {
        ...LanguageFields
      }
      typeConcept {
        ...ConceptLinkFields
      }
      licence {
        ...ConceptLinkFields
        uri
      }
      cover {
        ...FigureFields
      }
      body {
        ...BlockFields
      }
      links {
        url
        title
        language
      }
      targets {
        ...ConceptLinkFields
      }
      aichiTargets {
        ...ConceptLinkFields
      }
      subjects {
        ...ConceptLinkFields
      }
      audiences {
        ...ConceptLinkFields
      }
      expertiseLevel {
        ...ConceptLinkFields
      }
      languages {
        ...ConceptLinkFields
      }
      places {
        ...PlaceLinkFields
      }
      organisations {
        slug
        name
        nameLocale
        acronym
      }
      relations {
        kind
        record {
          ...RecordMentionFields
        }
      }
      provenance {
        source
        sourceTitle
        identifier
        url
        asOf
        licence {
          ...ConceptLinkFields
        }
      }
      ... on BestPractice {
        contextHtml
        approachHtml
        lessonsLearnedHtml
        replicabilityHtml
        scale {
          ...ConceptLinkFields
        }
      }
      ... on CaseStudy {
        problemHtml
        impactHtml
        lessonsLearnedHtml
        startDate
        endDate
        costUsd
        areaHectares
        scale {
          ...ConceptLinkFields
        }
        buildingBlocks {
          note
          buildingBlock {
            reference
            slug
            title
            summary
            caseStudyCount
            language {
              localeServed
            }
          }
        }
      }
      ... on ToolOrGuidance {
        howToUseHtml
        requirementsHtml
        fileFormat
        version
        purposes {
          ...ConceptLinkFields
        }
      }
      ... on ResearchReport {
        methodsHtml
        keyFindingsHtml
        doi
        journal
        isPeerReviewed
        isOpenAccess
      }
      ... on ELearningResource {
        learningObjectivesHtml
        prerequisitesHtml
        provider
        durationMinutes
        isFree
        hasCertificate
        format
      }
      ... on PolicyDocument {
        obligationsHtml
        responsibleAuthoritiesHtml
        adoptionDate
        entryIntoForceDate
        referenceNumber
        documentType {
          ...ConceptLinkFields
        }
        jurisdiction {
          ...ConceptLinkFields
        }
        policyStatus {
          ...ConceptLinkFields
        }
      }
    }
  `,
  [BlockFields, ConceptLinkFields, FigureFields, LanguageFields, PlaceLinkFields, RecordMentionFields],
)

export const RecordDocument = graphql(
  `
    query Record($reference: String!, $locale: LocaleCode!) {
      record(reference: $reference, locale: $locale) {
        ...RecordFields
      }
    }
  `,
  [RecordFields],
)

/** The newest records of each type about one thing, with the totals. */
export const RecordsByTypeDocument = graphql(
  `
    query RecordsByType(
      $locale: LocaleCode!
      $first: Int!
      $bestPractices: RecordFilter!
      $caseStudies: RecordFilter!
      $toolsAndGuidance: RecordFilter!
      $researchReports: RecordFilter!
      $courses: RecordFilter!
      $policyDocuments: RecordFilter!
    ) {
      BEST_PRACTICE: records(locale: $locale, first: $first, filter: $bestPractices) {
        ...TypeShelfFields
      }
      CASE_STUDY: records(locale: $locale, first: $first, filter: $caseStudies) {
        ...TypeShelfFields
      }
      TOOL_OR_GUIDANCE: records(locale: $locale, first: $first, filter: $toolsAndGuidance) {
        ...TypeShelfFields
      }
      RESEARCH_REPORT: records(locale: $locale, first: $first, filter: $researchReports) {
        ...TypeShelfFields
      }
      E_LEARNING_RESOURCE: records(locale: $locale, first: $first, filter: $courses) {
        ...TypeShelfFields
      }
      POLICY_DOCUMENT: records(locale: $locale, first: $first, filter: $policyDocuments) {
        ...TypeShelfFields
      }
    }

    fragment TypeShelfFields on RecordConnection {
      totalCount
      edges {
        node {
          ...RecordMentionFields
          publicationDate
          places {
            ...PlaceLinkFields
          }
        }
        matches {
          basis
          isInferred
          askedConcept {
            ...ConceptLinkFields
          }
          askedPlace {
            ...PlaceLinkFields
          }
          foundConcept {
            ...ConceptLinkFields
          }
          foundPlace {
            ...PlaceLinkFields
          }
        }
      }
    }
  `,
  [RecordMentionFields, PlaceLinkFields, ConceptLinkFields],
)

export type RecordFilter = NonNullable<VariablesOf<typeof RecordsDocument>['filter']>
export type RecordOrder = VariablesOf<typeof RecordsDocument>['order']
export type RecordList = ResultOf<typeof RecordsDocument>['records']
export type RecordEdge = RecordList['edges'][number]
export type Match = RecordEdge['matches'][number]
export type FilterChoices = ResultOf<typeof FilterChoicesDocument>
export type FullRecord = FragmentOf<typeof RecordFields>
export type RecordsByType = ResultOf<typeof RecordsByTypeDocument>
export type RecordType = FullRecord['recordType']
