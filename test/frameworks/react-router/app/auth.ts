// The middleware of the root route answers what comes here.
export const loader = () => new Response(null, { status: 404 })
export const action = loader
