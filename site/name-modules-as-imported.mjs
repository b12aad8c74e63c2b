// For typedoc: a module is called as an application imports it (latchkey/express), not as its file is (adapters/express).
// The names come from the exports map by the variable that tools/site/write-reference.ts sets.
import { Converter } from 'typedoc'

const names = new Map(JSON.parse(process.env.LATCHKEY_ENTRY_NAMES))

export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) {
      const file = project.getSymbolIdFromReflection(module)?.fileName.replaceAll('\\', '/') ?? ''
      const source = [...names.keys()].find((one) => file.endsWith(`/${one}`))
      if (!source) throw new Error(`${file} is no entry of the package.`)
      module.name = names.get(source)
    }
  })
}
