import { graphql, type FragmentOf } from './graphql.ts'

export const ConceptLinkFields = graphql(`
  fragment ConceptLinkFields on Concept {
    identifier
    notation
    label
    labelLocale
    scheme {
      identifier
    }
  }
`)

export const PlaceLinkFields = graphql(`
  fragment PlaceLinkFields on Place {
    identifier
    slug
    kind
    iso2
    name
    nameLocale
  }
`)

export const LanguageFields = graphql(`
  fragment LanguageFields on LanguageNotice {
    localeRequested
    localeServed
    isFallback
    translationMethod
    isStale
    originalLocale
    availableLocales
  }
`)

export const PageInfoFields = graphql(`
  fragment PageInfoFields on PageInfo {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
`)

export const FigureFields = graphql(`
  fragment FigureFields on Figure {
    alt
    isDecorative
    credit
    renditions {
      url
      width
      height
      mimeType
    }
  }
`)

/** What a list shows of a record. */
export const RecordRowFields = graphql(
  `
    fragment RecordRowFields on Record {
      reference
      slug
      recordType
      title
      summary
      plainSummary
      publicationDate
      isExample
      language {
        ...LanguageFields
      }
      targets {
        ...ConceptLinkFields
      }
      places {
        ...PlaceLinkFields
      }
    }
  `,
  [LanguageFields, ConceptLinkFields, PlaceLinkFields],
)

/** A record named in a sentence or a short list. */
export const RecordMentionFields = graphql(`
  fragment RecordMentionFields on Record {
    reference
    slug
    recordType
    title
    language {
      localeServed
    }
  }
`)

export const BlockFields = graphql(
  `
    fragment BlockFields on Block {
      __typename
      id
      ... on HeadingBlock {
        text
        level
      }
      ... on TextBlock {
        html
      }
      ... on QuoteBlock {
        text
        attribution
      }
      ... on FigureBlock {
        figure {
          ...FigureFields
        }
        caption
      }
      ... on TableBlock {
        caption
        header
        rows
      }
      ... on CalloutBlock {
        tone
        title
        html
      }
      ... on EmbedBlock {
        url
        title
        provider
      }
      ... on RecordReferenceBlock {
        record {
          ...RecordMentionFields
        }
        note
      }
    }
  `,
  [FigureFields, RecordMentionFields],
)

export type ConceptLink = FragmentOf<typeof ConceptLinkFields>
export type PlaceLink = FragmentOf<typeof PlaceLinkFields>
export type Language = FragmentOf<typeof LanguageFields>
export type PageInfo = FragmentOf<typeof PageInfoFields>
export type Figure = FragmentOf<typeof FigureFields>
export type RecordRow = FragmentOf<typeof RecordRowFields>
export type RecordMention = FragmentOf<typeof RecordMentionFields>
export type Block = FragmentOf<typeof BlockFields>
