import { text } from '@sveltejs/kit'

export const GET = (): Response => text('ok\n', { headers: { 'cache-control': 'no-store' } })
