import { n as createServerFn, r as TSS_SERVER_FUNCTION } from "../server.js";
import { i as requireUser, n as requireFresh, r as requireRole } from "./tanstack-start-Dv8No7qj.js";
// node_modules/@tanstack/start-server-core/dist/esm/createServerRpc.js
var createServerRpc = (serverFnMeta, splitImportFn) => {
	const url = "/_serverFn/" + serverFnMeta.id;
	return Object.assign(splitImportFn, {
		url,
		serverFnMeta,
		[TSS_SERVER_FUNCTION]: true
	});
};
// src/functions.ts?tss-serverfn-split
var whoAmI_createServerFn_handler = createServerRpc({
	id: "f7ce5941c9e56e1dcaeeead2b9552b3678b99ee7db0b98c45f3e74d8f34956c0",
	name: "whoAmI",
	filename: "src/functions.ts"
}, (opts) => whoAmI.__executeServer(opts));
var whoAmI = createServerFn().handler(whoAmI_createServerFn_handler, ({ context }) => context.latchkey.user?.name ?? "nobody");
var myName_createServerFn_handler = createServerRpc({
	id: "8141253c823a7b0e9ebd2d9d0d66c1c19f278e82915514d3365296cd8f33b5ef",
	name: "myName",
	filename: "src/functions.ts"
}, (opts) => myName.__executeServer(opts));
var myName = createServerFn().handler(myName_createServerFn_handler, (args) => requireUser(args).user.name);
var fresh_createServerFn_handler = createServerRpc({
	id: "7dc645a3c88fb8a9a2e28ff84d6beb133de25b5c9eca5104f02c1ed8fd47565b",
	name: "fresh",
	filename: "src/functions.ts"
}, (opts) => fresh.__executeServer(opts));
var fresh = createServerFn().handler(fresh_createServerFn_handler, (args) => requireFresh(args, { maxAge: 300 }).user.name);
var admin_createServerFn_handler = createServerRpc({
	id: "eb7f2221d3be5b02e32b202ebae9c8c416300e6e0abaf29b8a3f163c7d20e8fc",
	name: "admin",
	filename: "src/functions.ts"
}, (opts) => admin.__executeServer(opts));
var admin = createServerFn().handler(admin_createServerFn_handler, (args) => requireRole(args, "admin").user.name);
export { admin_createServerFn_handler, fresh_createServerFn_handler, myName_createServerFn_handler, whoAmI_createServerFn_handler };
