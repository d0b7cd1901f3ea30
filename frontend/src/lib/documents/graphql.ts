import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './schema-types.d.ts'

/** Types a GraphQL document against the hub's schema. Fragments are read without masks. */
export const graphql = initGraphQLTada<{ introspection: introspection; disableMasking: true }>()

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'
