// @ts-check
// The site: its pages are the files of docs/ as they are, and nothing of it comes from anywhere else.

import { defineConfig } from "vitepress";
import { sidebar } from "./navigation.mjs";
import { outwards, REPOSITORY } from "./outwards.mjs";

export default defineConfig({
  title: "wavix-trunks",
  description: "SIP trunks at Wavix from JavaScript: a client, validation as you type, and a sandbox to try both",
  lang: "en",
  markdown: {
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
