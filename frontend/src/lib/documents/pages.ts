import { BlockFields, ConceptLinkFields, LanguageFields, RecordRowFields } from './fragments.ts'
import { graphql, type FragmentOf, type ResultOf } from './graphql.ts'

/** The menus around every page. */
export const ShellDocument = graphql(`
  query Shell($locale: LocaleCode!) {
    main: menu(identifier: "main", locale: $locale) {
      label
      url
      children {
        label
        url
      }
    }
    footer: menu(identifier: "footer", locale: $locale) {
      label
      url
    }
  }
`)

export const HomeBlockFields = graphql(
  `
    fragment HomeBlockFields on HomeBlock {
      __typename
      id
      ... on SearchHomeBlock {
        title
        introduction
        placeholder
      }
      ... on TargetsHomeBlock {
        title
        groups {
          identifier
          label
          labelLocale
          narrower {
            ...ConceptLinkFields
            recordCount
            inferredRecordCount
          }
        }
      }
      ... on NewRecordsHomeBlock {
        title
        records {
          ...RecordRowFields
        }
      }
      ... on CallToActionHomeBlock {
        title
        text
        linkLabel
        linkUrl
        isPrimary
      }
      ... on TextHomeBlock {
        title
        html
      }
    }
  `,
  [ConceptLinkFields, RecordRowFields],
)

export const PageFields = graphql(
  `
    fragment PageFields on Page {
      __typename
      path
      title
      seoTitle
      seoDescription
      language {
        ...LanguageFields
      }
      ... on HomePage {
        blocks {
          ...HomeBlockFields
        }
      }
      ... on ContentPage {
        introduction
        body {
          ...BlockFields
        }
      }
    }
  `,
  [LanguageFields, BlockFields, HomeBlockFields],
)

export const PageDocument = graphql(
  `
    query Page($path: String!, $locale: LocaleCode!) {
      page(path: $path, locale: $locale) {
        ...PageFields
      }
    }
  `,
  [PageFields],
)

/** What the home page shows while nobody has arranged one in the hub. */
export const DefaultHomeDocument = graphql(
  `
    query DefaultHome($locale: LocaleCode!) {
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
      records(locale: $locale, first: 6) {
        nodes {
          ...RecordRowFields
        }
      }
    }
  `,
  [ConceptLinkFields, RecordRowFields],
)

export const RedirectDocument = graphql(`
  query Redirect($path: String!) {
    redirect(path: $path) {
      url
      isPermanent
    }
  }
`)

export type Shell = ResultOf<typeof ShellDocument>
export type MenuItem = Shell['footer'][number]
export type HomeBlock = FragmentOf<typeof HomeBlockFields>
export type PageContent = FragmentOf<typeof PageFields>
export type HomePageContent = Extract<PageContent, { __typename: 'HomePage' }>
export type ContentPageContent = Extract<PageContent, { __typename: 'ContentPage' }>
export type TargetGroup = ResultOf<typeof DefaultHomeDocument>['groups'][number]
