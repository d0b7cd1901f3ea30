import { HUB_PUBLIC_URL } from '$app/env/private'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { directionOf, isLocale, negotiateLocale } from '#lib/locales.ts'
import { compress } from '#lib/server/compress.ts'

const RETRY_AFTER_SECONDS = '30'

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
}

// Pages are never brought to life in the browser, so Svelte's markers are only weight.
const HYDRATION_MARKER = /<!--(?:[[\]!\d-]*|[a-z0-9]{5,8})-->|<!>/g

// End tags and quotes that HTML lets a page leave out; long lists are a good part made of them.
const OPTIONAL_END_TAG = /<\/(?:option|li)>/g
const OPTIONAL_QUOTES = /<option value="([\w.-]+)"/g

/** The built-in policy knows no hosts: pictures come from the hub, and its admin frames the preview. */
function completePolicy(policy: string, isPreview: boolean): string {
  const hub = new URL(HUB_PUBLIC_URL).origin
  const withPictures = policy.replace("img-src 'self'", `img-src 'self' ${hub}`)
  return isPreview ? withPictures.replace("frame-ancestors 'none'", `frame-ancestors ${hub}`) : withPictures
}

function setHeaders(response: Response, isPreview: boolean): void {
  const { headers } = response
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value)
  const policy = headers.get('content-security-policy')
  if (policy) headers.set('content-security-policy', completePolicy(policy, isPreview))
  if (response.status === 503) headers.set('retry-after', RETRY_AFTER_SECONDS)
  if (response.status >= 400) headers.set('cache-control', 'no-store')
}

export const handle: Handle = async ({ event, resolve }) => {
  const [, first] = event.url.pathname.split('/')
  const locale = isLocale(first) ? first : negotiateLocale(event.request.headers.get('accept-language'))
  event.locals.locale = locale
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace(HYDRATION_MARKER, '')
        .replace(OPTIONAL_END_TAG, '')
        .replace(OPTIONAL_QUOTES, '<option value=$1')
        .replace('%hub.lang%', locale)
        .replace('%hub.dir%', directionOf(locale)),
  })
  setHeaders(response, event.route.id === '/[locale=locale]/preview')
  return compress(event.request, response)
}

/** Expected errors keep their own message; anything else is logged here and never shown. */
export const handleError: HandleServerError = (caught) => {
  if (caught.kind === 'unknown') console.error(caught.error)
  return {}
}
