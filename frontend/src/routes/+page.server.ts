import { redirect } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

/** Sends a visitor without a language in the address to the nearest one. */
export const load: PageServerLoad = ({ locals, setHeaders }) => {
  setHeaders({ vary: 'Accept-Language', 'cache-control': 'private, no-cache' })
  redirect(307, `/${locals.locale}`)
}
