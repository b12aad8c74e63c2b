// What a complete login costs: CPU time of the server from the button to the redirect after which the browser is signed in,
// with a fast OpenID Connect provider in its own process. `npm run bench -- login`
import { bare, type Contestant, chosen, latchkeyBesideBare } from './equipment/contestants.ts'
import type { Cost, Laboratory, Server } from './equipment/laboratory.ts'
import { printTable } from './equipment/print-table.ts'
import { runAlone } from './equipment/run-alone.ts'
import { show, summarize } from './equipment/statistics.ts'

const connections = 4

interface Measured {
  readonly server: Server
  readonly newPeople: Cost[]
  readonly returning: Cost[]
  person: number
  perSlice: number
}

/** Measures and prints. If Better Auth takes part, the last column compares with it. */
export async function measureLogins(lab: Laboratory, contestants: readonly Contestant[]): Promise<void> {
  console.error('Logins …')
  const measured: Measured[] = []
  for (const contestant of contestants.filter(({ login }) => login !== null && login !== 'set-cookie')) {
    const server = await lab.start(contestant)
    measured.push({ server, newPeople: [], returning: [], person: 0, perSlice: 20 })
  }
  for (const one of measured) await warmUp(lab, one)
  for (let round = 0; round < lab.options.rounds; round++) {
    for (const one of measured) {
      const firstPerson = one.person
      one.newPeople.push(await logIn(lab, one, firstPerson))
      one.returning.push(await logIn(lab, one, firstPerson))
      one.person += one.perSlice
    }
  }
  const floor = await measureFloor(lab)
  for (const { server } of measured) await server.process.stop()
  print(measured, floor)
}

/** The cost of two requests that do nothing, as a lower bound: a login is two requests. */
async function measureFloor(lab: Laboratory): Promise<number> {
  const server = await lab.start(bare('node:http'))
  const task = { task: 'repeat', path: '/', cookies: {}, expectedStatus: 200, connections } as const
  const cost = await lab.measure(server, { ...task, until: { milliseconds: lab.options.warmUpMilliseconds } })
  await server.process.stop()
  return (2 * cost.microseconds) / 1_000
}

/** Runs until the code is compiled, which takes some thousand logins, and sets a slice to as many logins as fit into its time. */
async function warmUp(lab: Laboratory, one: Measured): Promise<void> {
  const until = performance.now() + 5 * lab.options.warmUpMilliseconds
  do {
    const cost = await logIn(lab, one, one.person)
    one.person += one.perSlice
    one.perSlice = Math.max(20, Math.round((cost.perSecond * lab.options.sliceMilliseconds) / 1_000))
  } while (performance.now() < until)
}

function logIn(lab: Laboratory, { server, perSlice }: Measured, firstPerson: number): Promise<Cost> {
  const { login: recipe } = server.contestant
  if (recipe === null) throw new Error(`Nobody can sign in at ${server.contestant.name}`)
  return lab.measure(server, { task: 'login', recipe, connections, firstPerson, logins: perSlice })
}

function print(measured: readonly Measured[], floorMilliseconds: number): void {
  const milliseconds = (costs: readonly Cost[]) => summarize(costs.map((cost) => cost.microseconds / 1_000))
  const rival = measured.find(({ server }) => server.contestant.name.startsWith('Better Auth'))
  const rivalCost = rival && milliseconds(rival.returning).median
  printTable(
    'Complete logins',
    ['contestant', 'CPU ms, returning person', 'CPU ms, new person', 'logins/s', 'share of Better Auth'],
    measured.map(({ server, newPeople, returning }) => [
      `${server.contestant.host}: ${server.contestant.name}`,
      show(milliseconds(returning), 2),
      show(milliseconds(newPeople), 2),
      summarize(returning.map((cost) => cost.perSecond)).median.toFixed(0),
      rivalCost ? (milliseconds(returning).median / rivalCost).toFixed(3) : '',
    ]),
  )
  console.log(`\nTwo requests to bare node:http cost ${floorMilliseconds.toFixed(2)} ms.`)
}

await runAlone(import.meta, (lab) => measureLogins(lab, chosen(latchkeyBesideBare(lab), lab.options.only)))
