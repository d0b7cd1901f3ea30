import { defineParams } from '@sveltejs/kit/params'
import { isLocale, type Locale } from '#lib/locales.ts'

export const params = defineParams({
  locale: (value): Locale | undefined => (isLocale(value) ? value : undefined),
})
