// @ts-check
// VitePress's own theme without its fonts: those of the reader's machine will do, and cost nothing.

import Theme from "vitepress/theme-without-fonts";
import "./style.css";

export default Theme;
