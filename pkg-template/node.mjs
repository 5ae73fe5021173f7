// @ts-check
// Node, Deno and Bun by `import`: the same instance that `require` gets, so `instanceof` holds between the two.

export * from "./node.names.cjs";
