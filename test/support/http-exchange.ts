// One HTTP request on the wire, as the contract suites send it.
export * from '../../src/testing/contract/http-exchange.ts'
