import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buildSchema, print, validate } from 'graphql'
import { expect, test } from 'vitest'
import * as documents from '#lib/documents/index.ts'

const GRAPHQL = new URL('../../graphql/', import.meta.url)
const schema = buildSchema(readFileSync(new URL('schema.graphql', GRAPHQL), 'utf8'))

test.each(Object.entries(documents))('%s asks only for what the contract has', (_name, document) => {
  expect(validate(schema, document).map(({ message }) => message)).toEqual([])
})

test('the documents the hub trusts are those the frontend sends', () => {
  const trusted = JSON.parse(readFileSync(new URL('documents.json', GRAPHQL), 'utf8')) as Record<
    string,
    unknown
  >
  const sent = Object.values(documents).map((document) =>
    createHash('sha256').update(print(document)).digest('hex'),
  )
  expect(Object.keys(trusted)).toEqual(sent.sort())
})
