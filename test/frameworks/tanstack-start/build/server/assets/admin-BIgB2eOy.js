import { jsx } from "react/jsx-runtime";
// src/routes/admin.tsx?tsr-split=component
var SplitComponent = () => /* @__PURE__ */ jsx("p", { children: "Everything" });
export { SplitComponent as component };
