// HTTP requests as the contract suites send them.
export * from '../../src/testing/contract/http-exchange.ts'
