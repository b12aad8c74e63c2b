// What a session check costs: CPU time of the server for each request to a protected route, minus what the bare framework
// needs for the same request, measured alternately. `npm run bench -- session-check`
import { type Contestant, chosen, latchkeyBesideBare } from './equipment/contestants.ts'
import { type Cost, type Laboratory, type Server, sessionsInTurn, type Task } from './equipment/laboratory.ts'
import { printTable } from './equipment/print-table.ts'
import { runAlone } from './equipment/run-alone.ts'
import { show, summarize } from './equipment/statistics.ts'
import { measureStartUps } from './start-up.ts'

const connections = 16

/** The requests that a server gets in a slice. */
interface Scenario {
  readonly title: string
  /** Null if the scenario does not apply to this contestant. */
  readonly taskFor: (lab: Laboratory, server: Server, round: number) => Task | null
}

const roundsOfProcess = ({ options }: Laboratory) => Math.ceil(options.rounds / options.processes)
const until = (lab: Laboratory) => ({ milliseconds: lab.options.sliceMilliseconds })

/** The bare framework gets the cookies of Latchkey on it: the sealed ones, since they are longer. */
const storeOf = ({ contestant }: Server) => contestant.store || 'sealed'

const warm: Scenario = {
  title: 'Protected route, one signed-in browser (warm)',
  taskFor: (lab, server) => ({
    task: 'repeat',
    path: '/protected',
    cookies: server.cookies ?? lab.minted('sealed', 0, 1),
    expectedStatus: 200,
    connections,
    until: until(lab),
  }),
}

const inTurn: Scenario = {
  title: `Protected route, ${sessionsInTurn.toLocaleString('en')} sessions in turn`,
  taskFor: (lab, server) =>
    server.contestant.kind === 'peer'
      ? null
      : {
          task: 'repeat',
          path: '/protected',
          cookies: lab.minted(storeOf(server), 0, sessionsInTurn),
          expectedStatus: 200,
          connections,
          until: until(lab),
        },
}

const cold: Scenario = {
  title: 'Protected route, each session seen for the first time (cold)',
  taskFor: (lab, server, round) => {
    if (server.contestant.kind === 'peer') return null
    const store = storeOf(server)
    const count = Math.floor((lab.mintedCount(store) - sessionsInTurn) / (roundsOfProcess(lab) + 1))
    return {
      task: 'repeat',
      path: '/protected',
      cookies: lab.minted(store, sessionsInTurn + (round + 1) * count, count),
      expectedStatus: 200,
      connections,
      until: { requests: count },
    }
  },
}

const anonymous: Scenario = {
  title: 'Public route, anonymous',
  taskFor: (lab) => ({
    task: 'repeat',
    path: '/',
    cookies: {},
    expectedStatus: 200,
    connections,
    until: until(lab),
  }),
}

const refused: Scenario = {
  title: 'Protected route, anonymous: refused',
  taskFor: (lab, { contestant }) => ({
    task: 'repeat',
    path: '/protected',
    cookies: {},
    expectedStatus: contestant.refusal,
    connections,
    until: until(lab),
  }),
}

const scenarios = [warm, inTurn, cold, anonymous, refused]

/** Measures and prints. `contestants` must include the bare host of each. */
export async function measureSessionChecks(
  lab: Laboratory,
  contestants: readonly Contestant[],
): Promise<void> {
  const hosts = [...new Set(contestants.map(({ host }) => host))]
  const results = new Map<Scenario, string[][]>(scenarios.map((scenario) => [scenario, []]))
  for (const host of hosts) {
    console.error(`Session checks on ${host} …`)
    const beside = contestants.filter((one) => one.host === host)
    const samples = await measureHost(lab, beside)
    for (const [scenario, rows] of results) rows.push(...describe(beside, samples.get(scenario)))
  }
  for (const [{ title }, rows] of results) {
    printTable(
      title,
      ['contestant', 'CPU us', 'added CPU us', 'requests/s', 'ratio to bare', 'quiet rounds'],
      rows,
    )
  }
}

type Samples = ReadonlyMap<Contestant, Cost[]>

/** Measures several processes of each, one after the other, since V8's early decisions in a process last until it ends. */
async function measureHost(
  lab: Laboratory,
  contestants: readonly Contestant[],
): Promise<ReadonlyMap<Scenario, Samples>> {
  const empty = (): Samples => new Map(contestants.map((contestant) => [contestant, []]))
  const samples = new Map(scenarios.map((scenario) => [scenario, empty()]))
  for (let set = 0; set < lab.options.processes; set++) {
    const servers = await startAll(lab, contestants)
    for (const [scenario, costs] of samples) await runScenario(lab, servers, { scenario, costs })
    for (const server of servers) await server.process.stop()
  }
  return samples
}

async function startAll(lab: Laboratory, contestants: readonly Contestant[]): Promise<readonly Server[]> {
  const servers: Server[] = []
  for (const contestant of contestants) {
    const server = await lab.start(contestant)
    const needsLogin = contestant.kind === 'peer'
    servers.push(needsLogin ? { ...server, cookies: await lab.signIn(server) } : server)
  }
  return servers
}

/** Each round measures every contestant, so that disturbances on the machine affect all of them. */
async function runScenario(
  lab: Laboratory,
  servers: readonly Server[],
  { scenario, costs }: { readonly scenario: Scenario; readonly costs: Samples },
): Promise<void> {
  for (let round = -1; round < roundsOfProcess(lab); round++) {
    for (const server of servers) {
      const task = scenario.taskFor(lab, server, round)
      if (task?.task !== 'repeat') continue
      if (round === -1) await lab.measure(server, warmUp(lab, task, scenario))
      else costs.get(server.contestant)?.push(await lab.measure(server, task))
    }
  }
}

function warmUp(lab: Laboratory, task: Task & { task: 'repeat' }, scenario: Scenario): Task {
  // All sessions must be cached when the rounds begin.
  if (scenario === inTurn) return { ...task, until: { requests: 3 * sessionsInTurn } }
  if ('requests' in task.until) return task
  const { warmUpMilliseconds } = lab.options
  return { ...task, until: { milliseconds: scenario === warm ? warmUpMilliseconds : warmUpMilliseconds / 3 } }
}

/** The rounds in which both the server and the bare server had their core to themselves. */
function undisturbed(samples: readonly Cost[], floor: readonly Cost[]): readonly number[] {
  const rounds = samples.map((_, round) => round)
  return rounds.filter((round) => [samples[round], floor[round]].every((cost) => cost && cost.busy >= 0.9))
}

/** Disturbed rounds are left out if at least two others remain; the last column says how many were used. */
function describe(contestants: readonly Contestant[], costs: Samples = new Map()): string[][] {
  const samplesOf = (contestant: Contestant | undefined) => (contestant && costs.get(contestant)) ?? []
  const floor = samplesOf(contestants[0])
  const measured = contestants.filter((contestant) => samplesOf(contestant).length > 0)
  return measured.map((contestant) => {
    const samples = samplesOf(contestant)
    const quiet = undisturbed(samples, floor)
    const used = quiet.length >= 2 ? quiet : samples.map((_, round) => round)
    const over = (figure: (own: Cost, bareCost: Cost) => number) =>
      summarize(
        used.flatMap((round) => (samples[round] && floor[round] ? figure(samples[round], floor[round]) : [])),
      )
    const isBare = contestant.kind === 'bare'
    return [
      `${contestant.host}: ${contestant.name}`,
      over((own) => own.microseconds).median.toFixed(1),
      isBare ? '' : show(over((own, bareCost) => own.microseconds - bareCost.microseconds)),
      over((own) => own.perSecond).median.toFixed(0),
      isBare
        ? ''
        : show(
            over((own, bareCost) => own.perSecond / bareCost.perSecond),
            2,
          ),
      `${quiet.length} of ${samples.length}`,
    ]
  })
}

await runAlone(import.meta, async (lab) => {
  await measureSessionChecks(lab, chosen(latchkeyBesideBare(lab), lab.options.only))
  await measureStartUps(lab, chosen(latchkeyBesideBare(lab), lab.options.only))
})
