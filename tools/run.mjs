// Entry point of every npm script: `node tools/run.mjs start|test|check|build|bench [arguments]`.
// Uses only old JavaScript, so that a Node that is too old can still print what to do. The work is done by the file next to
// this one that is named after the command.
const commands = [
  'start',
  'test',
  'check',
  'build',
  'bench',
  'docs',
  'fuzz',
  'mutants',
  'providers-drift',
  'new-provider',
  'write-catalogue',
  'write-error-docs',
  'write-pictures',
  'write-provider-pages',
  'write-public-surface',
  'write-security-cases',
  'test-fast',
  'test-frameworks',
  'test-services',
  'scale',
]
const [command, ...args] = process.argv.slice(2)
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Latchkey needs Node 22.18 or newer and this is ${process.versions.node}: run "npm rebuild node --foreground-scripts" ` +
      'to fetch the Node 24 that the repository pins, then use "npm start" or "npm test", or install a newer Node.',
  )
  process.exit(1)
}
if (!commands.includes(command)) {
  console.error(`Usage: node tools/run.mjs ${commands.join('|')} [arguments]`)
  process.exit(1)
}

import(new URL(`./${command}.ts`, import.meta.url).href)
  .then((loaded) => loaded.run(args))
  .then(
    (exitCode) => {
      process.exitCode = exitCode
    },
    (error) => {
      console.error(error)
      process.exitCode = 1
    },
  )
