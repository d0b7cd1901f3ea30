type SetHeaders = (headers: Record<string, string>) => void

/** A reading page says the same to everyone; a minute in shared caches keeps it fresh enough. */
export function cachePage(setHeaders: SetHeaders): void {
  setHeaders({ 'cache-control': 'public, max-age=60' })
}
