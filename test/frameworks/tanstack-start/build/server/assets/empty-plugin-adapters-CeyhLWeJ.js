// node_modules/@tanstack/start-server-core/dist/esm/empty-plugin-adapters.js
var pluginSerializationAdapters = [];
var hasPluginAdapters = false;
export { hasPluginAdapters, pluginSerializationAdapters };
