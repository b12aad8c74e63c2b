// The error for arguments or folders with which no project can be created; its message is shown to the user.

export class Refusal extends Error {}
