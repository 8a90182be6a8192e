// What an image cannot do itself: import a module.
const { pathToFileURL } = require('node:url');

module.exports = (name, from) => import(name.startsWith('.') ? new URL(name, pathToFileURL(from)).href : name);
