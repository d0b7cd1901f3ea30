import { defineEnvVars } from '@sveltejs/kit/env'

const withoutTrailingSlash = (value: string): string => value.replace(/\/+$/, '')

export const variables = defineEnvVars({
  HUB_URL: {
    description: 'Where the frontend reaches the hub.',
    schema: (value) => withoutTrailingSlash(value || 'http://127.0.0.1:8000'),
  },
  HUB_PUBLIC_URL: {
    description:
      'Where visitors reach the hub: its pictures, and the admin that frames previews. Default: HUB_URL.',
    schema: (value) => withoutTrailingSlash(value || process.env['HUB_URL'] || 'http://127.0.0.1:8000'),
  },
  ORIGIN: {
    description:
      'The public address of this site, used for canonical addresses. Default: the address asked for.',
    schema: (value) => withoutTrailingSlash(value ?? ''),
  },
})
