// @ts-check
// The site: its pages are the files of docs/ as they are, and nothing of it comes from anywhere else.

import { slug } from "github-slugger";
import { defineConfig } from "vitepress";
import { sidebar } from "./navigation.mjs";
import { outwards, REPOSITORY } from "./outwards.mjs";

export default defineConfig({
  title: "wavix-trunks",
  description: "SIP trunks at Wavix from JavaScript: a client, validation as you type, and a sandbox to try both",
  lang: "en",
  // Nothing asks for /favicon.ico, which is not there.
  head: [["link", { rel: "icon", href: "data:," }]],
  markdown: {
    // The themes that VitePress takes have colours too faint to read.
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    // As GitHub does, so that a link to a heading leads there on both.
    anchor: { slugify: slug },
    config(markdown) {
      // Before VitePress's own rule, which takes every relative link for one to a page.
      markdown.core.ruler.push("outwards", ({ tokens, env }) => {
        for (const { children } of tokens) {
          for (const token of children ?? []) {
            const href = token.attrGet("href");
            if (token.type === "link_open" && href) token.attrSet("href", outwards(href, env.relativePath));
          }
        }
      });
      // The corner of a table heads nothing, and is no heading for those who hear the page.
      markdown.core.ruler.push("corner", ({ tokens }) => {
        for (const [index, token] of tokens.entries()) {
          const [text, close] = tokens.slice(index + 1, index + 3);
          if (token.type === "th_open" && close && !text?.content) token.tag = close.tag = "td";
        }
      });
    },
  },
  themeConfig: {
    search: { provider: "local" },
    outline: { level: [2, 3] },
    sidebar: sidebar(),
    nav: [
      { text: "Guide", link: "/guide/install" },
      { text: "Reference", link: "/reference/" },
    ],
    socialLinks: [{ icon: "github", link: REPOSITORY }],
  },
});
