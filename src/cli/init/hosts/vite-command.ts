/** Vite does not put `.env` into `process.env`; Node does, when it is asked to. */
export const viteCommand = 'node --env-file-if-exists=.env node_modules/vite/bin/vite.js'
