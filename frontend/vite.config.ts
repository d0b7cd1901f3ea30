import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true }),
      paths: { relative: false },
      // Nothing on a page is inline: style is in files, and reading pages carry no script.
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'style-src': ['self'],
          'img-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  test: { include: ['tests/**/*.test.ts'] },
})
