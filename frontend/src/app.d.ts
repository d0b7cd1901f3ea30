import type { Locale } from '#lib/locales.ts'

declare global {
  namespace App {
    interface Locals {
      /** The language of the address, or the nearest one to the visitor's when the address has none. */
      locale: Locale
    }
  }
}

export {}
