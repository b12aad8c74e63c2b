// Checks whether an e-mail address has one of these domains. Compares whole domains, never suffixes (`victim.com.evil.com`).

export function endsInDomain(domains: readonly string[] = []): (email: string) => boolean {
  const authoritative = new Set(domains.map((domain) => domain.toLowerCase()))
  return (email) => authoritative.has(email.slice(email.lastIndexOf('@') + 1).toLowerCase())
}
