import { getContext, setContext } from 'svelte'
import type { Locale } from './locales.ts'
import { translator, type Translate } from './texts.ts'

const KEY = Symbol('shell')

/** What every component may ask for: the language of the page and its interface texts. */
export interface Shell {
  readonly locale: Locale
  readonly t: Translate
}

export function provideShell(locale: () => Locale): Shell {
  const shell: Shell = {
    get locale() {
      return locale()
    },
    t: (key, values) => translator(locale())(key, values),
  }
  return setContext(KEY, shell)
}

export function useShell(): Shell {
  return getContext<Shell>(KEY)
}
