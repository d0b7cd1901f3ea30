import { HUB_URL } from '$app/env/private'
import { error } from '@sveltejs/kit'
import type { TadaDocumentNode } from 'gql.tada'
import { print, type DocumentNode } from 'graphql'
import type { Locale } from '#lib/locales.ts'

const TIMEOUT_MILLISECONDS = 8_000

interface Answer<Result> {
  data?: Result | null
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string } }[]
}

/** The hub did not answer, or not with something we can show. */
export class HubUnavailable extends Error {}

/** The hub answered that it cannot make sense of what was asked, such as a cursor that was cut off. */
export class QuestionRefused extends Error {}

const texts = new WeakMap<DocumentNode, string>()

function textOf(document: DocumentNode): string {
  const known = texts.get(document)
  if (known !== undefined) return known
  const text = print(document)
  texts.set(document, text)
  return text
}

function nameOf(document: DocumentNode): string | undefined {
  for (const definition of document.definitions)
    if (definition.kind === 'OperationDefinition') return definition.name?.value
  return undefined
}

async function post(body: object, locale: Locale, fetcher: typeof fetch): Promise<Response> {
  try {
    return await fetcher(`${HUB_URL}/graphql/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'accept-language': locale,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    })
  } catch (cause) {
    throw new HubUnavailable('The hub did not answer.', { cause })
  }
}

async function readAnswer<Result>(response: Response, name: string | undefined): Promise<Result> {
  let answer: Answer<Result>
  try {
    answer = (await response.json()) as Answer<Result>
  } catch (cause) {
    throw new HubUnavailable(`${name}: status ${response.status}, not JSON.`, { cause })
  }
  const [refusal] = answer.errors ?? []
  if (refusal?.extensions?.code === 'BAD_USER_INPUT') throw new QuestionRefused(`${name}: ${refusal.message}`)
  if (answer.errors?.length) throw new HubUnavailable(`${name}: ${answer.errors[0]?.message}`)
  if (!answer.data) throw new HubUnavailable(`${name}: status ${response.status}, no data.`)
  return answer.data
}

/**
 * Sends one document to the hub.
 *
 * @throws QuestionRefused when the hub does not understand the variables, HubUnavailable when no answer comes
 * within eight seconds, or one with other errors.
 */
export async function request<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  locale: Locale,
  fetcher: typeof fetch = fetch,
): Promise<Result> {
  const operationName = nameOf(document)
  const response = await post({ query: textOf(document), operationName, variables }, locale, fetcher)
  return readAnswer<Result>(response, operationName)
}

/** Like `request`, for pages that cannot do without the answer: they become the 503 page, or the 400 page. */
export async function query<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  locale: Locale,
): Promise<Result> {
  try {
    return await request(document, variables, locale)
  } catch (cause) {
    if (cause instanceof QuestionRefused) error(400, cause.message)
    if (!(cause instanceof HubUnavailable)) throw cause
    console.error(cause.message, cause.cause ?? '')
    error(503, 'The hub does not answer.')
  }
}
