import { ConceptLinkFields, LanguageFields, PageInfoFields, RecordRowFields } from './fragments.ts'
import { graphql, type FragmentOf, type ResultOf } from './graphql.ts'

export const BuildingBlockFields = graphql(
  `
    fragment BuildingBlockFields on BuildingBlock {
      __typename
      reference
      slug
      title
      summary
      howItWorksHtml
      enablingFactorsHtml
      lessonsLearnedHtml
      isExample
      lastPublishedAt
      caseStudyCount
      language {
        ...LanguageFields
      }
      targets {
        ...ConceptLinkFields
      }
      subjects {
        ...ConceptLinkFields
      }
      caseStudies {
        ...RecordRowFields
      }
    }
  `,
  [ConceptLinkFields, LanguageFields, RecordRowFields],
)

export const BuildingBlockDocument = graphql(
  `
    query BuildingBlock($reference: String!, $locale: LocaleCode!) {
      buildingBlock(reference: $reference, locale: $locale) {
        ...BuildingBlockFields
      }
    }
  `,
  [BuildingBlockFields],
)

export const BuildingBlocksDocument = graphql(
  `
    query BuildingBlocks($locale: LocaleCode!, $first: Int, $after: String, $last: Int, $before: String) {
      buildingBlocks(locale: $locale, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageInfoFields
        }
        nodes {
          reference
          slug
          title
          summary
          isExample
          caseStudyCount
          language {
            ...LanguageFields
          }
          targets {
            ...ConceptLinkFields
          }
        }
      }
    }
  `,
  [PageInfoFields, LanguageFields, ConceptLinkFields],
)

export type FullBuildingBlock = FragmentOf<typeof BuildingBlockFields>
export type BuildingBlockRow = ResultOf<typeof BuildingBlocksDocument>['buildingBlocks']['nodes'][number]
