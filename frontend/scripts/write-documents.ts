/** Writes every GraphQL document of the frontend, by its SHA-256, where the hub reads them. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { buildSchema, print, validate, type DocumentNode } from 'graphql'
import * as documents from '../src/lib/documents/index.ts'

const OUTPUT = new URL('../../graphql/documents.json', import.meta.url)
const SCHEMA = new URL('../../graphql/schema.graphql', import.meta.url)

function operationName(document: DocumentNode): string {
  const operation = document.definitions.find((definition) => definition.kind === 'OperationDefinition')
  if (operation?.kind !== 'OperationDefinition' || !operation.name) throw new Error('A document has no name.')
  return operation.name.value
}

function entry(document: DocumentNode): [string, { name: string; text: string }] {
  const text = print(document)
  return [createHash('sha256').update(text).digest('hex'), { name: operationName(document), text }]
}

const schema = buildSchema(readFileSync(SCHEMA, 'utf8'))
const parsed: DocumentNode[] = Object.values(documents)
const errors = parsed.flatMap((document) =>
  validate(schema, document).map((error) => `${operationName(document)}: ${error.message}`),
)
if (errors.length > 0) throw new Error(errors.join('\n'))

const entries = parsed.map(entry).sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(OUTPUT, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`)
console.log(`${entries.length} documents written`)
