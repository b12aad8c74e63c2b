import { n as Route } from "./router-DnnsVmdL.js";
import { jsx } from "react/jsx-runtime";
// src/routes/profile.tsx?tsr-split=component
function Profile() {
	return /* @__PURE__ */ jsx("h1", { children: `Your profile, ${Route.useLoaderData()}` });
}
export { Profile as component };
