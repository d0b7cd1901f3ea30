import { ConceptLinkFields, PlaceLinkFields } from './fragments.ts'
import { graphql, type ResultOf } from './graphql.ts'

export const CountriesDocument = graphql(
  `
    query Countries($locale: LocaleCode!) {
      countries: places(kind: COUNTRY, locale: $locale) {
        ...PlaceLinkFields
        m49
        recordCount
      }
    }
  `,
  [PlaceLinkFields],
)

export const CountryDocument = graphql(
  `
    query Country($identifier: String!, $locale: LocaleCode!) {
      place(identifier: $identifier, locale: $locale) {
        ...PlaceLinkFields
        iso3
        m49
        isParty
        isLdc
        isLldc
        isSids
        recordCount
        recordCountsByType {
          recordType
          count
        }
        regions {
          ...PlaceLinkFields
        }
      }
    }
  `,
  [PlaceLinkFields],
)

/** A region's countries with what the hub knows of each. */
export const RegionDocument = graphql(
  `
    query Region($identifier: String!, $locale: LocaleCode!) {
      place(identifier: $identifier, locale: $locale) {
        ...PlaceLinkFields
        members {
          ...PlaceLinkFields
          m49
          recordCount
          recordCountsByType {
            recordType
            count
          }
        }
      }
    }
  `,
  [PlaceLinkFields],
)

export const OrganisationsDocument = graphql(
  `
    query Organisations($locale: LocaleCode!, $first: Int, $after: String, $last: Int, $before: String) {
      organisations(locale: $locale, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          slug
          name
          nameLocale
          acronym
          isExample
          recordCount
          organisationType {
            ...ConceptLinkFields
          }
          country {
            ...PlaceLinkFields
          }
        }
      }
    }
  `,
  [ConceptLinkFields, PlaceLinkFields],
)

export const OrganisationDocument = graphql(
  `
    query Organisation($slug: String!, $locale: LocaleCode!) {
      organisation(slug: $slug, locale: $locale) {
        slug
        name
        nameLocale
        acronym
        website
        ror
        profile
        profileLocale
        isExample
        recordCount
        organisationType {
          ...ConceptLinkFields
        }
        country {
          ...PlaceLinkFields
        }
      }
    }
  `,
  [ConceptLinkFields, PlaceLinkFields],
)

export type CountryRow = ResultOf<typeof CountriesDocument>['countries'][number]
export type Country = NonNullable<ResultOf<typeof CountryDocument>['place']>
export type Region = NonNullable<ResultOf<typeof RegionDocument>['place']>
export type OrganisationRow = ResultOf<typeof OrganisationsDocument>['organisations']['nodes'][number]
export type FullOrganisation = NonNullable<ResultOf<typeof OrganisationDocument>['organisation']>
