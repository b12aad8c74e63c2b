// How the commands are called, and the messages for wrong arguments.
import { nearestName } from '../web/spelling.ts'
import { hosts } from './init/hosts/index.ts'
import { stores } from './init/stores.ts'

const listOf = (choices: readonly { readonly id: string }[]): string => choices.map(({ id }) => id).join(', ')

/** Each command and its arguments. */
const calls = {
  init: '[FOLDER] [--host HOST] [--providers a,b] [--store STORE] [--yes]',
  add: 'PROVIDER [--yes]',
  dev: '[-- COMMAND…]',
  migrate: '[--status | --print | --down]',
  schema: '[--sql | --drizzle | --prisma] [--dialect sqlite | postgres | mysql]',
  reseal: '',
  doctor: '',
  providers: '[ID] [--json]',
  gateway: '',
  explain: 'REFERENCE [FILE…] [--audit] [--json]',
} as const

export type CommandName = keyof typeof calls

const callOf = (name: CommandName): string => `latchkey ${name} ${calls[name]}`.trimEnd()

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(calls, name)
}

const commands = Object.keys(calls).filter(isCommand)

export const usage: string = `Usage: ${commands.map(callOf).join('\n       ')}
       latchkey --version

  latchkey init               begin a project that signs in at once, or bring sign-in into the one in this folder;
                              hosts: ${listOf(hosts)};
                              stores: ${listOf(stores)}
  latchkey add                add a provider to a project: the code, the variables, and what to register where
  latchkey dev                start the local identity provider at LATCHKEY_DEV_IDP, and beside it a command that serves the application,
                              such as wrangler dev: for hosts that cannot start it themselves
  latchkey migrate            bring the tables in DATABASE_URL up to date
  latchkey migrate --status   list the migrations that are not applied yet
  latchkey migrate --print    print all migrations as SQL, and change nothing
  latchkey migrate --down     take back the newest migration, with all that its tables hold
  latchkey schema             print the tables as SQL, or for Drizzle or Prisma, whose migrations then make them;
                              without --dialect, for the database that DATABASE_URL names
  latchkey doctor             say what to register where, and look for what stands in the way of a sign-in
  latchkey providers          list the providers of the catalogue; with an id, say what to do for it
  latchkey gateway            sign people in before an application in any language (docs/gateway.md)
  latchkey explain            say what was behind an error page: reads the log (files of JSON lines, or standard
                              input) for the reference that the page shows; --audit reads the audit trail instead
  latchkey reseal             seal all kept tokens with the first value of LATCHKEY_SECRET

DATABASE_URL is sqlite:FILE (default sqlite:.latchkey/app.db), postgres://…, mysql://…, libsql://… or neon://…, from the environment or
from the file .env or .dev.vars in this folder.`

/** Wrong arguments: the message says which. */
export class Misuse extends Error {}

/** Returns what `read` makes of the arguments. If they are wrong, says why and how the command is called, and returns null. */
export function readOrComplain<T>(
  name: CommandName,
  read: () => T,
  complain: (text: string) => void,
): T | null {
  try {
    return read()
  } catch (error) {
    const fault = faultOf(error)
    if (fault === null) throw error
    complain(`latchkey ${name}: ${fault}\nUsage: ${callOf(name)}\n"latchkey --help" says more.`)
    return null
  }
}

/** For commands that take no argument. */
export function readNothing(args: readonly string[]): true {
  if (args.length === 0) return true
  throw new Misuse(`It takes no argument; found ${quoted(args[0] ?? '')}.`)
}

/** Returns the message for an unknown command, with the one that was probably meant. */
export function unknownCommand(name: string): string {
  const meant = nearestName(name, commands)
  const hint = meant === undefined ? '' : ` Did you mean "latchkey ${meant}"?`
  return `There is no command ${quoted(name)}.${hint}\nThe commands are ${commands.join(', ')}; "latchkey --help" says more.`
}

export function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 60))
}

function faultOf(error: unknown): string | null {
  if (error instanceof Misuse) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (!(error instanceof Error && typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_'))) return null
  // The second sentence is about file names that begin with a hyphen.
  return `${error.message.split(/\. |\.?$|\n/)[0]}.`
}
