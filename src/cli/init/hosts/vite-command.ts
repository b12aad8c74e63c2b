/** Vite does not put `.env` into `process.env`; Node does, when it is asked to. */
export const viteCommand = 'node --env-file-if-exists=.env node_modules/vite/bin/vite.js'

/** For projects that are there. */
export const viteHint: string = `start Vite by ${viteCommand} dev, so that process.env has what .env says`
