// The process of one measured server: starts it, then answers questions about its CPU time. Plain JavaScript, like the servers
// in this folder, so that no start-up time includes type stripping.
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
// Exits regularly, so that --cpu-prof can write its profile.
process.on('SIGTERM', () => process.exit())
