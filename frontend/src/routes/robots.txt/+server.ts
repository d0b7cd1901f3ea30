import { text } from '@sveltejs/kit'

const RULES = 'User-agent: *\nDisallow: /*/preview\n'

export const GET = (): Response => text(RULES, { headers: { 'cache-control': 'public, max-age=86400' } })
