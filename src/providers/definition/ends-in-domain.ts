// Whether an address ends in one of these domains: compared whole, never as a suffix (`victim.com.evil.com`).

export function endsInDomain(domains: readonly string[] = []): (email: string) => boolean {
  const authoritative = new Set(domains.map((domain) => domain.toLowerCase()))
  return (email) => authoritative.has(email.slice(email.lastIndexOf('@') + 1).toLowerCase())
}
