import { r as Route } from "./router-BrPn33JQ.js";
import { jsx } from "react/jsx-runtime";
// src/routes/index.tsx?tsr-split=component
function Home() {
	return /* @__PURE__ */ jsx("p", { children: `Hello ${Route.useLoaderData()}` });
}
export { Home as component };
