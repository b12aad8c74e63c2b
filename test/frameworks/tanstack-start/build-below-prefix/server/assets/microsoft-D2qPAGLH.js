import { t as microsoftFixture } from "./microsoft-fixture-BXWZFXxR.js";
// node_modules/latchkey/dist/providers/fixtures/microsoft.js
var fixture = microsoftFixture("microsoft", "common");
export { fixture };
