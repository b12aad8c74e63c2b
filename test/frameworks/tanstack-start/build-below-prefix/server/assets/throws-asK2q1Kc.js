import { jsx } from "react/jsx-runtime";
// src/routes/throws.tsx?tsr-split=component
var SplitComponent = () => /* @__PURE__ */ jsx("p", { children: "never" });
export { SplitComponent as component };
