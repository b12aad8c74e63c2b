// The process around one server under measurement: starts it, then answers questions about its CPU time. Plain
// JavaScript, like the servers beside it, so that no start-up time contains type stripping.
const [file, settings] = process.argv.slice(2)
const { start } = await import(file)
const extra = await start(JSON.parse(settings))

process.on('message', ({ id, question }) => {
  if (question !== 'usage') throw new Error(`Not a question: ${question}`)
  const { user, system } = process.cpuUsage()
  const { rss } = process.memoryUsage()
  process.send({ id, answer: { cpuMicroseconds: user + system, rssBytes: rss, ...extra?.() } })
})
process.send({ id: 0, answer: null })
// By itself, so that --cpu-prof can write what it saw.
process.on('SIGTERM', () => process.exit())
