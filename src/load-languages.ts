// Loads the languages of an application when the first sentence is needed: on a page, or for a guard's refusal. A session check
// loads none.
import { describeCauses } from './events/describe-causes.ts'
import type { Languages } from './languages/speaking/create-languages.ts'
import type { Settings } from './options.ts'

export async function loadLanguages(settings: Settings): Promise<Languages> {
  const [{ createLanguages }, { builtInLanguages }] = await Promise.all([
    import('./languages/speaking/create-languages.ts'),
    import('#languages'),
  ])
  return createLanguages(settings, builtInLanguages, (detail, error) =>
    logLanguageFault(settings, detail, error),
  )
}

function logLanguageFault({ log, now }: Settings, detail: string, error: unknown): void {
  const time = new Date(now()).toISOString()
  log({ event: 'language_failed', level: 'warn', time, detail, causes: describeCauses(error) })
}
