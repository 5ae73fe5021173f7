// webpack's own program wants to be installed apart, so it is called: `node webpack.mjs FOLDER INPUT OUTPUT TARGET`.
// Not checked by TypeScript: the types are those of a tool that checking does not install.

import { basename, dirname, join } from "node:path";
import webpack from "webpack";

const [folder = "", input = "", output = "", target = ""] = process.argv.slice(2);
const compiler = webpack({
  context: folder,
  entry: `./${input}`,
  target,
  mode: "production",
  output: { path: join(folder, dirname(output)), filename: basename(output), module: target !== "web" },
  experiments: { outputModule: target !== "web" },
});
compiler.run((error, stats) => {
  if (!error && !stats?.hasErrors()) return;
  console.error(error ?? stats?.toString());
  process.exitCode = 1;
});
