import { BuildingBlockFields } from './buildingBlocks.ts'
import { graphql } from './graphql.ts'
import { RecordFields } from './records.ts'

export const PreviewDocument = graphql(
  `
    query Preview($token: String!) {
      preview(token: $token) {
        __typename
        ... on Record {
          ...RecordFields
        }
        ... on BuildingBlock {
          ...BuildingBlockFields
        }
      }
    }
  `,
  [RecordFields, BuildingBlockFields],
)
