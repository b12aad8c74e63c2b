import { jsx } from "react/jsx-runtime";
// src/routes/fresh.tsx?tsr-split=component
var SplitComponent = () => /* @__PURE__ */ jsx("p", { children: "Fresh" });
export { SplitComponent as component };
