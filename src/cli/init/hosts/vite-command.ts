/** Vite does not load `.env` into `process.env`; Node does with this flag. */
export const viteCommand = 'node --env-file-if-exists=.env node_modules/vite/bin/vite.js'

/** The hint for existing projects. */
export const viteHint: string = `start Vite by ${viteCommand} dev, so that process.env has what .env says`
