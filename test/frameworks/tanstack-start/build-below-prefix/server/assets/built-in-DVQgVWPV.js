export { s as builtInLanguages } from "./start-CCDRng9R.js";
