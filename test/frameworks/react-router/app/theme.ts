export const loader = () => new Response(null, { headers: { 'Set-Cookie': 'theme=dark' } })
