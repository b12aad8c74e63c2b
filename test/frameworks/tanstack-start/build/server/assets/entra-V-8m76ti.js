import { t as microsoftFixture } from "./microsoft-fixture-BXWZFXxR.js";
// node_modules/latchkey/dist/providers/fixtures/entra.js
var fixture = microsoftFixture("entra", "11111111-2222-4333-8444-555555555555");
export { fixture };
