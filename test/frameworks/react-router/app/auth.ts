// The root route's middleware responds to these requests.
export const loader = () => new Response(null, { status: 404 })
export const action = loader
