// Prerendered by `vite build`, which runs the hook for it.
export const prerender = true
