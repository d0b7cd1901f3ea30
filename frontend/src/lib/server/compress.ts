import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

function encodingFor(request: Request): 'br' | 'gzip' | null {
  const accepted = request.headers.get('accept-encoding') ?? ''
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : null
}

/** Compresses a page: many visitors have slow lines, and no proxy is taken for granted. */
export async function compress(request: Request, response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  response.headers.set('content-type', 'text/html; charset=utf-8')
  response.headers.append('vary', 'Accept-Encoding')
  const encoding = encodingFor(request)
  if (!encoding || !response.body) return response
  const page = Buffer.from(await response.arrayBuffer())
  const body = encoding === 'br' ? await brotli(page, QUALITY) : await zip(page)
  const headers = new Headers(response.headers)
  headers.set('content-encoding', encoding)
  headers.set('content-length', String(body.byteLength))
  const tag = headers.get('etag')
  if (tag) headers.set('etag', tag.replace(/"$/, `-${encoding}"`))
  return new Response(new Uint8Array(body), { status: response.status, headers })
}
