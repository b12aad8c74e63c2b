// \0tanstack-start-manifest:v
var tsrStartManifest = () => ({ routes: {
	__root__: {
		filePath: "/work/wt/hosts/test/frameworks/tanstack-start/src/routes/__root.tsx",
		children: [
			"/",
			"/admin",
			"/elsewhere",
			"/fresh",
			"/profile",
			"/stream",
			"/theme",
			"/throws",
			"/api/admin",
			"/api/claim",
			"/api/fresh",
			"/api/me",
			"/api/named",
			"/api/role"
		],
		preloads: ["/shop/assets/index-IQr9qiCm.js"],
		scripts: [{ attrs: {
			type: "module",
			async: !0,
			src: "/shop/assets/index-IQr9qiCm.js"
		} }]
	},
	"/": {
		filePath: "/work/wt/hosts/test/frameworks/tanstack-start/src/routes/index.tsx",
		children: void 0,
		preloads: ["/shop/assets/routes-BQlJrjo_.js"]
	},
	"/admin": {
		filePath: "/work/wt/hosts/test/frameworks/tanstack-start/src/routes/admin.tsx",
		children: void 0,
		preloads: ["/shop/assets/admin-Bn6vyxPy.js"]
	},
	"/fresh": {
		filePath: "/work/wt/hosts/test/frameworks/tanstack-start/src/routes/fresh.tsx",
		children: void 0,
		preloads: ["/shop/assets/fresh-BpVtrQhS.js"]
	},
	"/profile": {
		filePath: "/work/wt/hosts/test/frameworks/tanstack-start/src/routes/profile.tsx",
		children: void 0,
		preloads: ["/shop/assets/profile-BqAb4S3p.js"]
	},
	"/throws": {
		filePath: "/work/wt/hosts/test/frameworks/tanstack-start/src/routes/throws.tsx",
		children: void 0,
		preloads: ["/shop/assets/throws-DzeeAqZd.js"]
	}
} });
export { tsrStartManifest };
