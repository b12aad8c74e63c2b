import { i as getServerFnById, n as createServerFn, r as TSS_SERVER_FUNCTION } from "../server.js";
// node_modules/@tanstack/start-server-core/dist/esm/createSsrRpc.js
var createSsrRpc = (functionId) => {
	const url = "/_serverFn/" + functionId;
	const serverFnMeta = { id: functionId };
	const fn = async (...args) => {
		return (await getServerFnById(functionId, { origin: "server" }))(...args);
	};
	return Object.assign(fn, {
		url,
		serverFnMeta,
		[TSS_SERVER_FUNCTION]: true
	});
};
// src/functions.ts
var whoAmI = createServerFn().handler(createSsrRpc("f7ce5941c9e56e1dcaeeead2b9552b3678b99ee7db0b98c45f3e74d8f34956c0"));
var myName = createServerFn().handler(createSsrRpc("8141253c823a7b0e9ebd2d9d0d66c1c19f278e82915514d3365296cd8f33b5ef"));
var fresh = createServerFn().handler(createSsrRpc("7dc645a3c88fb8a9a2e28ff84d6beb133de25b5c9eca5104f02c1ed8fd47565b"));
var admin = createServerFn().handler(createSsrRpc("eb7f2221d3be5b02e32b202ebae9c8c416300e6e0abaf29b8a3f163c7d20e8fc"));
export { whoAmI as i, fresh as n, myName as r, admin as t };
