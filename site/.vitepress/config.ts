// The site: its pages are written by `npm run docs` (tools/docs.ts) into content/.
import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'

const read = (name: string) => readFileSync(new URL(`../content/${name}`, import.meta.url), 'utf8')

interface Link {
  readonly text: string
  readonly link: string
}

/** The sections of the documentation's index, each with the pages that it names. */
function sidebarOf(index: string) {
  return index
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n')
      const links = [...lines.join('\n').matchAll(/\[([^\]]+)\]\((?!https?:)([^)#\s]+)\)/g)]
      const items = links.map(
        ([, text = '', target = '']): Link => ({
          text: titleOf(target, text),
          link: `/${target.replace(/(?:index)?\.md$/, '')}`,
        }),
      )
      return {
        text: heading,
        collapsed: false,
        items: items.filter(({ link }, at) => items.findIndex((one) => one.link === link) === at),
      }
    })
}

/** The page's own title is better than a file name. */
function titleOf(target: string, text: string): string {
  if (!text.endsWith('.md')) return text
  return (/^# (.+)$/m.exec(read(target))?.[1] ?? text).replaceAll('`', '')
}

/** The entries of the package, without the providers: those have a page of their own each. */
function referenceOf(index: string): readonly Link[] {
  return [...index.matchAll(/^- \[([^\]]+)\]\(([^)]+)\)$/gm)]
    .map(([, text = '', target = '']) => ({ text, link: `/reference/${target.replace(/\.md$/, '')}` }))
    .filter(({ text }) => !/\/(?:providers|languages)\//.test(text) || /\/(?:oidc|oauth2)$/.test(text))
}

export default defineConfig({
  title: 'Latchkey',
  description: 'Sign-in for TypeScript web applications.',
  lang: 'en',
  srcDir: 'content',
  // Served as they are: for programs, not for people.
  srcExclude: ['public/**'],
  cleanUrls: true,
  lastUpdated: false,
  // A link to a page that is not there ends the build; those to a reader's own machine cannot be looked at.
  ignoreDeadLinks: 'localhostLinks',
  markdown: {
    // Words such as <ID>_SCOPE are text, not tags.
    html: false,
    theme: { light: 'github-light', dark: 'github-dark' },
    // Vue would run what stands between two braces, which examples for Vue and Svelte show.
    config(md) {
      const render = md.renderer.render.bind(md.renderer)
      md.renderer.render = (...all) => render(...all).replaceAll('{{', '&#123;&#123;')
    },
  },
  themeConfig: {
    nav: [
      { text: 'Tutorial', link: '/tutorial/1-first-login' },
      { text: 'Documentation', link: '/documentation' },
      { text: 'Providers', link: '/providers/' },
      { text: 'Reference', link: '/reference/' },
    ],
    sidebar: {
      '/reference/': [{ text: 'Entries', items: [...referenceOf(read('reference/index.md'))] }],
      '/': sidebarOf(read('documentation.md')),
    },
    outline: [2, 3],
    search: { provider: 'local' },
  },
})
