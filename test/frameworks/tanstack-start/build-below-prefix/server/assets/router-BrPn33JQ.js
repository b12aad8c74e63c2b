import { t as __exportAll } from "./rolldown-runtime-D8jQpDG7.js";
import { i as whoAmI, n as fresh, r as myName, t as admin } from "./functions-DeDxDIip.js";
import { i as requireUser, n as requireFresh, r as requireRole, t as requireClaim } from "./tanstack-start-Dv8No7qj.js";
import { HeadContent, Outlet, Scripts, createFileRoute, createRootRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { jsx, jsxs } from "react/jsx-runtime";
// src/routes/__root.tsx
var Route$14 = createRootRoute({
	component: () => /* @__PURE__ */ jsxs("html", {
		lang: "en",
		children: [/* @__PURE__ */ jsx("head", { children: /* @__PURE__ */ jsx(HeadContent, {}) }), /* @__PURE__ */ jsxs("body", { children: [/* @__PURE__ */ jsx(Outlet, {}), /* @__PURE__ */ jsx(Scripts, {})] })]
	}),
	notFoundComponent: () => /* @__PURE__ */ jsx("p", { children: "nothing here" }),
	errorComponent: () => /* @__PURE__ */ jsx("p", { children: "broken" })
});
// src/routes/index.tsx
var $$splitComponentImporter$4 = () => import("./routes-DH3lo4mf.js");
var Route$13 = createFileRoute("/")({
	loader: () => whoAmI(),
	component: lazyRouteComponent($$splitComponentImporter$4, "component")
});
// src/routes/admin.tsx
var $$splitComponentImporter$3 = () => import("./admin-BIgB2eOy.js");
var Route$12 = createFileRoute("/admin")({
	loader: () => admin(),
	component: lazyRouteComponent($$splitComponentImporter$3, "component")
});
// src/routes/elsewhere.ts
var Route$11 = createFileRoute("/elsewhere")({ server: { handlers: { GET: () => new Response(null, {
	status: 302,
	headers: { Location: "/" }
}) } } });
// src/routes/fresh.tsx
var $$splitComponentImporter$2 = () => import("./fresh-6rjUm8H7.js");
var Route$10 = createFileRoute("/fresh")({
	loader: () => fresh(),
	component: lazyRouteComponent($$splitComponentImporter$2, "component")
});
// src/routes/profile.tsx
var $$splitComponentImporter$1 = () => import("./profile-CUblLhRE.js");
var Route$9 = createFileRoute("/profile")({
	loader: () => myName(),
	component: lazyRouteComponent($$splitComponentImporter$1, "component")
});
// src/routes/stream.ts
var Route$8 = createFileRoute("/stream")({ server: { handlers: { GET: () => {
	const encoder = new TextEncoder();
	return new Response(new ReadableStream({ async start(controller) {
		controller.enqueue(encoder.encode("first"));
		await new Promise((resolve) => setTimeout(resolve, 100));
		try {
			controller.enqueue(encoder.encode("second"));
			controller.close();
		} catch {}
	} }));
} } } });
// src/routes/theme.ts
var Route$7 = createFileRoute("/theme")({ server: { handlers: { GET: () => new Response(null, { headers: { "Set-Cookie": "theme=dark" } }) } } });
// src/routes/throws.tsx
var $$splitComponentImporter = () => import("./throws-asK2q1Kc.js");
var Route$6 = createFileRoute("/throws")({
	loader: () => {
		throw new Error("broken on purpose");
	},
	component: lazyRouteComponent($$splitComponentImporter, "component")
});
// src/routes/api/admin.ts
var Route$5 = createFileRoute("/api/admin")({ server: { handlers: { GET: (args) => {
	requireUser(args, {
		api: true,
		allow: () => false
	});
	return Response.json({});
} } } });
// src/routes/api/claim.ts
var Route$4 = createFileRoute("/api/claim")({ server: { handlers: { GET: (args) => {
	requireClaim(args, {
		name: "groups",
		value: "staff",
		api: true
	});
	return Response.json({});
} } } });
// src/routes/api/fresh.ts
var Route$3 = createFileRoute("/api/fresh")({ server: { handlers: { GET: (args) => {
	requireFresh(args, {
		maxAge: 300,
		api: true
	});
	return Response.json({});
} } } });
// src/routes/api/me.ts
var Route$2 = createFileRoute("/api/me")({ server: { handlers: { GET: (args) => {
	const { user } = requireUser(args, { api: true });
	return Response.json({ name: user.name });
} } } });
// src/routes/api/named.ts
var Route$1 = createFileRoute("/api/named")({ server: { handlers: { GET: (args) => {
	requireUser(args, {
		api: true,
		allow: ({ name }) => name === "Alex Lindqvist"
	});
	return Response.json({});
} } } });
// src/routes/api/role.ts
var Route = createFileRoute("/api/role")({ server: { handlers: { GET: (args) => {
	requireRole(args, ["admin", "staff"], { api: true });
	return Response.json({});
} } } });
// src/routeTree.gen.ts
var rootRouteChildren = {
	IndexRoute: Route$13.update({
		id: "/",
		path: "/",
		getParentRoute: () => Route$14
	}),
	AdminRoute: Route$12.update({
		id: "/admin",
		path: "/admin",
		getParentRoute: () => Route$14
	}),
	ElsewhereRoute: Route$11.update({
		id: "/elsewhere",
		path: "/elsewhere",
		getParentRoute: () => Route$14
	}),
	FreshRoute: Route$10.update({
		id: "/fresh",
		path: "/fresh",
		getParentRoute: () => Route$14
	}),
	ProfileRoute: Route$9.update({
		id: "/profile",
		path: "/profile",
		getParentRoute: () => Route$14
	}),
	StreamRoute: Route$8.update({
		id: "/stream",
		path: "/stream",
		getParentRoute: () => Route$14
	}),
	ThemeRoute: Route$7.update({
		id: "/theme",
		path: "/theme",
		getParentRoute: () => Route$14
	}),
	ThrowsRoute: Route$6.update({
		id: "/throws",
		path: "/throws",
		getParentRoute: () => Route$14
	}),
	ApiAdminRoute: Route$5.update({
		id: "/api/admin",
		path: "/api/admin",
		getParentRoute: () => Route$14
	}),
	ApiClaimRoute: Route$4.update({
		id: "/api/claim",
		path: "/api/claim",
		getParentRoute: () => Route$14
	}),
	ApiFreshRoute: Route$3.update({
		id: "/api/fresh",
		path: "/api/fresh",
		getParentRoute: () => Route$14
	}),
	ApiMeRoute: Route$2.update({
		id: "/api/me",
		path: "/api/me",
		getParentRoute: () => Route$14
	}),
	ApiNamedRoute: Route$1.update({
		id: "/api/named",
		path: "/api/named",
		getParentRoute: () => Route$14
	}),
	ApiRoleRoute: Route.update({
		id: "/api/role",
		path: "/api/role",
		getParentRoute: () => Route$14
	})
};
var routeTree = Route$14._addFileChildren(rootRouteChildren)._addFileTypes();
// src/router.tsx
var router_exports = /* @__PURE__ */ __exportAll({ getRouter: () => getRouter });
var getRouter = () => createRouter({ routeTree });
export { getRouter, Route$9 as n, Route$13 as r, router_exports as t };
