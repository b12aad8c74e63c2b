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
		preloads: ["/assets/index-DlZrnfBT.js"],
		scripts: [{ attrs: {
			type: "module",
			async: !0,
			src: "/assets/index-DlZrnfBT.js"
		} }]
	},
	"/": {
		filePath: "/work/wt/hosts/test/frameworks/tanstack-start/src/routes/index.tsx",
		children: void 0,
		preloads: ["/assets/routes-BRwLwVNm.js"]
	},
	"/admin": {
		filePath: "/work/wt/hosts/test/frameworks/tanstack-start/src/routes/admin.tsx",
		children: void 0,
		preloads: ["/assets/admin-Z67dEpST.js"]
	},
	"/fresh": {
		filePath: "/work/wt/hosts/test/frameworks/tanstack-start/src/routes/fresh.tsx",
		children: void 0,
		preloads: ["/assets/fresh-Co2i_jA4.js"]
	},
	"/profile": {
		filePath: "/work/wt/hosts/test/frameworks/tanstack-start/src/routes/profile.tsx",
		children: void 0,
		preloads: ["/assets/profile-BxEWh8Li.js"]
	},
	"/throws": {
		filePath: "/work/wt/hosts/test/frameworks/tanstack-start/src/routes/throws.tsx",
		children: void 0,
		preloads: ["/assets/throws-D3JTl5Cw.js"]
	}
} });
export { tsrStartManifest };
