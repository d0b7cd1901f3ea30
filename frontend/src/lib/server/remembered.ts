/** Keeps an answer for a while, and serves the old one when a new one cannot be had. */
export function remembered<Key, Value>(
  load: (key: Key) => Promise<Value>,
  seconds: number,
  now: () => number = Date.now,
): (key: Key) => Promise<Value> {
  const kept = new Map<Key, { value: Value; until: number }>()
  return async (key) => {
    const known = kept.get(key)
    if (known && known.until > now()) return known.value
    try {
      const value = await load(key)
      kept.set(key, { value, until: now() + seconds * 1000 })
      return value
    } catch (cause) {
      if (known) return known.value
      throw cause
    }
  }
}
