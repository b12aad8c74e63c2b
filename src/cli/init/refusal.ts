// Called wrongly, or in a place where nothing can be begun: a sentence for the person at the terminal.

export class Refusal extends Error {}
