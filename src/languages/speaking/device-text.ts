// "Firefox on Linux" in the reader's language.
import type { PageLanguage } from '../../contracts/pages.ts'
import { readUserAgent } from '../../web/describe-user-agent.ts'
import { messageText } from './message-text.ts'

export function deviceText(language: PageLanguage, userAgent: string | null): string {
  const { browser, system, product } = readUserAgent(userAgent)
  if (browser !== null && system !== null)
    return messageText(language, 'browserOnSystem', { browser, system })
  if (browser !== null) return browser
  if (system !== null) return messageText(language, 'browserOfSystem', { system })
  return product ?? messageText(language, 'browserUnknown')
}
